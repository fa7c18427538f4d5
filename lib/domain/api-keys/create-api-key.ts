import { type ApiKeyRow, findApiKey, insertApiKey } from "@/db/queries/api-keys";
import { hashApiKeySecret, newApiKeySecret } from "@/lib/platform/auth/api-key-secret";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { forbidden, invalidField, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import {
  type ApiKeyKind,
  type ApiKeyScope,
  type ApiKeyStatus,
  apiKeyStatusOf,
  permissionsOfScopes,
  publishableDefaults,
  publishablePermissions,
} from "./api-key";

export type ApiKey = ApiKeyRow & { status: ApiKeyStatus };

type Input = {
  name: string;
  kind?: ApiKeyKind | undefined;
  /** Of a publishable key: what such keys usually may, when absent. */
  scopes?: ApiKeyScope[] | undefined;
  origins?: string[] | undefined;
  expiresAt?: Date | null | undefined;
};

const prefixChars = 12;

/** The only moment the secret exists in the clear. Nobody makes a key that may more than they do. */
export async function createApiKey(
  ctx: WorkspaceContext,
  input: Input,
): Promise<ApiKey & { secret: string }> {
  ctx.require("api_keys.write");
  const kind = input.kind ?? "secret";
  const origins = checkOrigins(kind, input.origins ?? []);
  const scopes = checkScopes(ctx, scopesOf(kind, input.scopes));
  const expiresAt = input.expiresAt ?? null;
  if (expiresAt && expiresAt <= ctx.now()) throw invalidField("expires_at", "Choose a time to come.", "past");
  const secret = newApiKeySecret(kind);
  const id = newId();
  const prefix = secret.slice(0, prefixChars);
  const last4 = secret.slice(-4);
  return ctx.transaction(async (tx) => {
    const createdBy = await makerOf(tx);
    const secretHash = hashApiKeySecret(secret);
    await insertApiKey(tx.scope, {
      id,
      name: input.name,
      prefix,
      last4,
      secretHash,
      kind,
      scopes,
      origins,
      publishableKey: kind === "publishable" ? secret : null,
      createdBy,
      expiresAt,
    });
    const where = kind === "publishable" ? { kind, origins } : {};
    const after = { name: input.name, ...where, scopes, prefix, last4, ...(expiresAt ? { expiresAt } : {}) };
    await tx.audit("api_key.created", { kind: "api_key", id, name: input.name }, { after });
    const key = await findApiKey(tx.scope, id);
    if (!key) throw notFound();
    return { ...key, status: apiKeyStatusOf(key, tx.now()), secret };
  });
}

function scopesOf(kind: ApiKeyKind, asked: ApiKeyScope[] | undefined): ApiKeyScope[] {
  const offered: readonly ApiKeyScope[] = publishablePermissions;
  if (kind === "secret") {
    if (asked) return asked;
    throw invalidField("scopes", "Say what the key may do.", "required");
  }
  const beyond = asked?.find((scope) => !offered.includes(scope));
  if (beyond === undefined) return asked ?? [...publishableDefaults];
  throw invalidField(
    "scopes",
    `A publishable key may do no more than ${offered.join(", ")}.`,
    "not_publishable",
  );
}

function checkOrigins(kind: ApiKeyKind, origins: string[]): string[] {
  if ((kind === "publishable") === origins.length > 0) return [...new Set(origins)];
  if (kind === "secret") throw invalidField("origins", "A secret key belongs to no page.", "contradiction");
  throw invalidField("origins", "Name the origins of the pages that use it.", "required");
}

/** A person; of a key that a key makes, whoever made that one. */
async function makerOf({ actor, scope }: WorkspaceContext): Promise<string | null> {
  if (actor.kind === "user") return actor.id;
  return (await findApiKey(scope, actor.id))?.createdBy ?? null;
}

function checkScopes(ctx: WorkspaceContext, asked: ApiKeyScope[]): ApiKeyScope[] {
  const scopes = [...new Set(asked)];
  const hasPreset = scopes.includes("all") || scopes.includes("read");
  if (hasPreset && scopes.length > 1)
    throw invalidField("scopes", "`all` and `read` stand alone.", "preset_and_list");
  const beyond = permissionsOfScopes(scopes).find((permission) => !ctx.can(permission));
  // A narrow key could otherwise make itself a wide one.
  const isNarrowKey = ctx.actor.kind === "api_key" && !ctx.actor.scopes.includes("all");
  if (beyond !== undefined || (isNarrowKey && scopes.includes("all"))) {
    throw forbidden("A key may not do more than whoever makes it.", {
      reason: "scope_above_own",
      permission: beyond,
    });
  }
  return scopes;
}
