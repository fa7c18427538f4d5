import {
  claimIdempotencyKey,
  findStoredResponse,
  releaseIdempotencyKey,
  renewIdempotencyKey,
  type StoredResponse,
  storeResponse,
} from "@/db/queries/idempotency-keys";
import type { WorkspaceScope } from "@/db/scope";
import { credentialBox } from "@/lib/platform/crypto/credential-box";
import { type AppError, conflict, invalidField, unprocessable } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type BodyIdentity, identityOfStream, identityOfText } from "./body-identity";

const keyLengthMax = 255;
const renewEveryMillis = 20_000;

type Keyed = {
  scope: WorkspaceScope;
  request: Request;
  /** Absent: the verb reads the body itself, as a stream. */
  bodyText: string | undefined;
  /** Whether the answer must not lie readable in the database. */
  isSecret: boolean;
};

/**
 * Runs a creating request once per `Idempotency-Key`: repeats get the stored answer, a twin in flight is told to
 * wait, the same key with another body is refused. Server errors are not stored, so that a retry can succeed.
 */
export async function runOnce(
  { scope, request, bodyText, isSecret }: Keyed,
  respond: (request: Request) => Promise<Response>,
): Promise<Response> {
  const header = request.headers.get("idempotency-key");
  if (header === null) return respond(request);
  if (header === "" || header.length > keyLengthMax) {
    throw invalidField("Idempotency-Key", `Between 1 and ${keyLengthMax} characters.`);
  }
  const { pathname } = new URL(request.url);
  const key = `${request.method} ${pathname} ${header}`;
  const identity = bodyText === undefined ? identityOfStream(request) : identityOfText(request, bodyText);
  if (!(await claimIdempotencyKey(scope, key, identity.claim))) {
    const stored = await findStoredResponse(scope, key);
    const hash = stored?.responseStatus == null ? identity.claim : await identity.final();
    return replay(stored, hash, openerOf(scope, key, isSecret));
  }
  const renewal = setInterval(() => void renew(scope, key), renewEveryMillis);
  const response = await respond(identity.request)
    .catch(async (error: unknown) => {
      await releaseIdempotencyKey(scope, key);
      throw error;
    })
    .finally(() => clearInterval(renewal));
  const stored = toStored(response.clone(), identity, sealerOf(scope, key, isSecret));
  const keep = async () => storeResponse(scope, key, await stored);
  await keep().catch((error: unknown) => keepLater(keep, error));
  return response;
}

/** One that fails costs nothing: the claim holds for longer than the next takes to come. */
const renew = (scope: WorkspaceScope, key: string) =>
  renewIdempotencyKey(scope, key).catch((error: unknown) => log.warn("idempotency.not_renewed", { error }));

const keepAttemptsMax = 6;
const keepFirstMillis = 500;

/**
 * What was done is done: the answer goes out, and the claim stays, so that a repeat waits instead of doing it again.
 * The database may be back before the claim runs out.
 */
function keepLater(keep: () => Promise<void>, error: unknown, attempt = 1): void {
  log.error("idempotency.not_stored", { error, attempt });
  if (attempt > keepAttemptsMax) return;
  const wait = keepFirstMillis * 2 ** (attempt - 1);
  setTimeout(() => void keep().catch((again: unknown) => keepLater(keep, again, attempt + 1)), wait).unref();
}

async function toStored(response: Response, identity: BodyIdentity, seal: Sealer) {
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => name === "content-type" || name === "location"),
  );
  const [text, requestHash] = await Promise.all([response.text(), identity.final()]);
  return { requestHash, status: response.status, body: seal(text), headers };
}

type Sealer = (body: string) => string;

const sealerOf =
  (scope: WorkspaceScope, key: string, isSecret: boolean): Sealer =>
  (body) =>
    isSecret ? credentialBox().seal(placeOf(scope, key), body) : body;

type Opener = (body: string | null) => string | null;

const openerOf =
  (scope: WorkspaceScope, key: string, isSecret: boolean): Opener =>
  (body) =>
    isSecret && body !== null ? credentialBox().open(placeOf(scope, key), body) : body;

const placeOf = (scope: WorkspaceScope, key: string) => ({
  workspaceId: scope.id,
  rowId: key,
  field: "response_body",
});

function replay(stored: StoredResponse | undefined, requestHash: string, open: Opener): Response {
  if (stored && stored.requestHash !== requestHash) {
    throw unprocessable("This Idempotency-Key was used with another body. Use a new key.", {
      reason: "idempotency_key_reused",
    });
  }
  if (!stored || stored.responseStatus === null) throw inFlight();
  return new Response(stored.responseStatus === 204 ? null : open(stored.responseBody), {
    status: stored.responseStatus,
    headers: { ...stored.responseHeaders, "idempotent-replayed": "true" },
  });
}

const inFlight = (): AppError =>
  conflict("The first request with this Idempotency-Key is still running.", {
    reason: "idempotency_key_in_flight",
    retryAfterSeconds: 1,
  });
