import { database, type Sql } from "@/db/client";
import {
  type ApiKeyIdentity,
  findUser,
  type Membership,
  type PresentedKey,
  type UserIdentity,
  unsafeAcrossWorkspacesFindApiKeys,
  unsafeAcrossWorkspacesFindMembership,
} from "@/db/queries/system/identity";
import { SystemScope, WorkspaceScope } from "@/db/scope";
import { readAccessToken } from "@/lib/platform/auth/access-token";
import { hashApiKeySecret, looksLikeApiKey } from "@/lib/platform/auth/api-key-secret";
import { readSession, type Session } from "@/lib/platform/auth/session";
import { GroupCommit } from "@/lib/platform/batching/group-commit";
import { noteActivity } from "@/lib/platform/context/note-activity";
import { type Actor, type Origin, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { forbidden, invalidField, notFound, unauthenticated } from "@/lib/platform/errors";
import { parseWorkspaceReference, type WorkspaceReference } from "./workspace-reference";

type Asked = { request: Request; origin: Origin; workspace: WorkspaceReference | undefined };

/** The person behind the session cookie or the access token. */
export async function authenticateUser(sql: Sql, request: Request): Promise<UserIdentity> {
  const session = await requireSession(request);
  const user = await findUser(SystemScope.mint(sql), session.userId);
  if (!user || user.sessionEpoch !== session.sessionEpoch) throw unauthenticated();
  return user;
}

/** The workspace comes from the key, or from the header or path checked against membership; never from a body. */
export async function authenticateWorkspace(sql: Sql, asked: Asked): Promise<WorkspaceContext> {
  const bearer = bearerToken(asked.request);
  if (bearer !== undefined && looksLikeApiKey(bearer)) return contextOfKey(sql, bearer, asked);
  const membership = await requireMembership(sql, asked);
  const actor: Actor = { kind: "user", id: membership.id, name: membership.name, role: membership.role };
  return new WorkspaceContext({
    scope: WorkspaceScope.mint(sql, membership.workspaceId),
    actor,
    origin: asked.origin,
  });
}

function bearerToken(request: Request): string | undefined {
  const header = request.headers.get("authorization");
  if (header === null) return undefined;
  const [scheme, token] = header.split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token)
    throw unauthenticated("Send `Authorization: Bearer <API key or access token>`.");
  return token;
}

const lookupSizeMax = 200;
const lookupsAtOnceMax = 2;

/** Requests that arrive together share a look-up, and none is answered by one that began before it came. */
const lookups = new GroupCommit<PresentedKey, ApiKeyIdentity | undefined>(
  lookupSizeMax,
  lookupsAtOnceMax,
  (presented) => unsafeAcrossWorkspacesFindApiKeys(SystemScope.mint(database()), presented),
);

async function contextOfKey(
  sql: Sql,
  token: string,
  { request, origin, workspace }: Asked,
): Promise<WorkspaceContext> {
  const key = await lookups.add({ secretHash: hashApiKeySecret(token), ip: origin.ip });
  if (!key) throw unauthenticated("This API key is not valid, has expired or was revoked.");
  if (workspace && !isOf(key, workspace)) throw notFound();
  const origins = key.kind === "publishable" ? key.origins : undefined;
  if (origins) assertOrigin(request, origins);
  const actor: Actor = { kind: "api_key", id: key.id, name: key.name, scopes: key.scopes, origins };
  return new WorkspaceContext({ scope: WorkspaceScope.mint(sql, key.workspaceId), actor, origin });
}

/** Whoever copies the key into a page of another site gets nothing; what is no browser can say what it likes. */
function assertOrigin({ headers }: Request, origins: readonly string[]): void {
  const referer = headers.get("referer");
  const refererOrigin = referer !== null && URL.canParse(referer) ? new URL(referer).origin : undefined;
  const from = headers.get("origin") ?? refererOrigin;
  if (from !== undefined && origins.includes(from)) return;
  throw forbidden("This publishable key is not meant for this origin.", { reason: "origin_not_allowed" });
}

const isOf = ({ workspaceId, workspaceSlug }: ApiKeyIdentity, named: WorkspaceReference): boolean =>
  "id" in named ? named.id === workspaceId : named.slug === workspaceSlug;

async function requireMembership(sql: Sql, { request, workspace }: Asked): Promise<Membership> {
  const session = await requireSession(request);
  if (!workspace) throw invalidField("X-Workspace-ID", "Name the workspace, by its id or slug.", "required");
  const membership = await unsafeAcrossWorkspacesFindMembership(
    SystemScope.mint(sql),
    session.userId,
    workspace,
  );
  if (!membership) throw notFound();
  if (membership.sessionEpoch !== session.sessionEpoch) throw unauthenticated();
  await noteActivity(sql, { ...membership, userId: membership.id });
  return membership;
}

async function requireSession(request: Request): Promise<Session> {
  const bearer = bearerToken(request);
  if (bearer !== undefined) return requireAccessToken(bearer);
  const session = await readSession(request.headers.get("cookie"));
  if (!session) throw unauthenticated();
  refuseCrossSite(request);
  return session;
}

async function requireAccessToken(token: string): Promise<Session> {
  if (looksLikeApiKey(token))
    throw unauthenticated("This needs a person; an API key belongs to a workspace.");
  const session = await readAccessToken(token);
  if (!session) throw unauthenticated("This is neither an API key nor an access token that is still valid.");
  return session;
}

/** A cookie alone must not let another site act for the person. */
function refuseCrossSite(request: Request): void {
  if (request.method === "GET") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isForeignOrigin = origin !== null && hostOf(origin) !== request.headers.get("host");
  if ((site !== null && site !== "same-origin" && site !== "none") || isForeignOrigin) {
    throw forbidden("Requests from other sites need an API key.", { reason: "cross_site" });
  }
}

/** `null` and whatever else is no address has no host. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

export function workspaceAsked(
  request: Request,
  params: Record<string, string>,
): WorkspaceReference | undefined {
  const named = params.workspace_id ?? request.headers.get("x-workspace-id") ?? undefined;
  return named === undefined ? undefined : parseWorkspaceReference(named);
}
