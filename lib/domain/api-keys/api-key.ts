import { keyPermissions, type Permission } from "@/lib/domain/members/role";

export const apiKeyNameCharsMax = 80;
export const apiKeyOriginsMax = 20;

/** `publishable`: stands in web pages for everybody to read, and works from the named origins only. */
export const apiKeyKinds = ["secret", "publishable"] as const;

export type ApiKeyKind = (typeof apiKeyKinds)[number];

/** What a key in a page may do when nothing else is said. */
export const publishableDefaults = ["events.track", "subscriptions.write"] as const satisfies Permission[];

/** All that a key in a page may ever do. Of coupons it may only ask whether a code is good. */
export const publishablePermissions = [
  ...publishableDefaults,
  "coupons.redeem",
] as const satisfies Permission[];

export const apiKeyStatuses = ["active", "expired", "revoked"] as const;

export type ApiKeyStatus = (typeof apiKeyStatuses)[number];

/** `all`, `read`, or a list of permissions; a preset stands alone. */
export const apiKeyScopes = ["all", "read", ...keyPermissions] as const;

export type ApiKeyScope = (typeof apiKeyScopes)[number];

/** The permissions that scopes stand for. */
export function permissionsOfScopes(scopes: readonly ApiKeyScope[]): Permission[] {
  if (scopes.includes("all")) return [...keyPermissions];
  if (scopes.includes("read")) return keyPermissions.filter((permission) => permission.endsWith(".read"));
  return keyPermissions.filter((permission) => scopes.includes(permission));
}

export function apiKeyStatusOf(
  key: { revokedAt: Date | null; expiresAt: Date | null },
  now: Date,
): ApiKeyStatus {
  if (key.revokedAt) return "revoked";
  return key.expiresAt && key.expiresAt <= now ? "expired" : "active";
}
