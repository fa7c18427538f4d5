export const roles = ["owner", "admin", "member", "viewer"] as const;

export type Role = (typeof roles)[number];

/** The one permission table: API, jobs and the matrix on the members screen read it. */
export const permissionsOfRole = {
  "workspace.read": ["owner", "admin", "member", "viewer"],
  "workspace.write": ["owner", "admin"],
  "workspace.delete": ["owner"],
  "members.read": ["owner", "admin", "member", "viewer"],
  "members.write": ["owner", "admin"],
  "api_keys.read": ["owner", "admin"],
  "api_keys.write": ["owner", "admin"],
  "audit.read": ["owner", "admin"],
  "providers.read": ["owner", "admin", "member", "viewer"],
  "providers.write": ["owner", "admin"],
  "contacts.read": ["owner", "admin", "member", "viewer"],
  "contacts.write": ["owner", "admin", "member"],
  "contacts.export": ["owner", "admin"],
  "events.read": ["owner", "admin", "member", "viewer"],
  "events.track": ["owner", "admin", "member"],
  "subscriptions.write": ["owner", "admin", "member"],
  "templates.read": ["owner", "admin", "member", "viewer"],
  "templates.write": ["owner", "admin", "member"],
  "campaigns.read": ["owner", "admin", "member", "viewer"],
  "campaigns.write": ["owner", "admin", "member"],
  "campaigns.send": ["owner", "admin", "member"],
  "automations.read": ["owner", "admin", "member", "viewer"],
  "automations.write": ["owner", "admin", "member"],
  "automations.publish": ["owner", "admin", "member"],
  "coupons.read": ["owner", "admin", "member", "viewer"],
  "coupons.write": ["owner", "admin"],
  "coupons.export": ["owner", "admin"],
  "coupons.redeem": ["owner", "admin", "member"],
  "coupons.rollback": ["owner", "admin"],
  "notifications.read": ["owner", "admin", "member", "viewer"],
  "notifications.send": ["owner", "admin", "member"],
  "analytics.read": ["owner", "admin", "member", "viewer"],
  "jobs.read": ["owner", "admin", "member", "viewer"],
  "jobs.write": ["owner", "admin", "member"],
  "workflows.read": ["owner", "admin"],
  "workflows.write": ["owner", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionsOfRole;

export const permissions = Object.keys(permissionsOfRole) as Permission[];

export const roleMay = (role: Role, permission: Permission): boolean =>
  (permissionsOfRole[permission] as readonly Role[]).includes(role);

/** Acts that take a person: no API key may do them, whatever its scopes. */
const personal: readonly Permission[] = ["workspace.delete"];

export const keyPermissions = permissions.filter((permission) => !personal.includes(permission));

/** Scopes of an API key: everything, everything readable, or a list of permissions. */
export function scopesMay(scopes: readonly string[], permission: Permission): boolean {
  if (personal.includes(permission)) return false;
  if (scopes.includes("all")) return true;
  if (scopes.includes("read") && permission.endsWith(".read")) return true;
  return scopes.includes(permission);
}

const rank: Record<Role, number> = { owner: 3, admin: 2, member: 1, viewer: 0 };

/** Nobody hands out, changes or takes away a role above their own. */
export const mayGrant = (actor: Role, role: Role): boolean => rank[actor] >= rank[role];
