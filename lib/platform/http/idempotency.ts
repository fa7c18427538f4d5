import { createHash } from "node:crypto";
import {
  claimIdempotencyKey,
  findStoredResponse,
  releaseIdempotencyKey,
  type StoredResponse,
  storeResponse,
} from "@/db/queries/idempotency-keys";
import type { WorkspaceScope } from "@/db/scope";
import { credentialBox } from "@/lib/platform/crypto/credential-box";
import { type AppError, conflict, invalidField, unprocessable } from "@/lib/platform/errors";

const keyLengthMax = 255;

type Keyed = {
  scope: WorkspaceScope;
  request: Request;
  bodyText: string;
  /** Whether the answer must not lie readable in the database. */
  isSecret: boolean;
};

/**
 * Runs a creating request once per `Idempotency-Key`: repeats get the stored answer, a twin in flight is told to
 * wait, the same key with another body is refused. Server errors are not stored, so that a retry can succeed.
 */
export async function runOnce(
  { scope, request, bodyText, isSecret }: Keyed,
  respond: () => Promise<Response>,
): Promise<Response> {
  const header = request.headers.get("idempotency-key");
  if (header === null) return respond();
  if (header === "" || header.length > keyLengthMax) {
    throw invalidField("Idempotency-Key", `Between 1 and ${keyLengthMax} characters.`);
  }
  const { pathname } = new URL(request.url);
  const key = `${request.method} ${pathname} ${header}`;
  const requestHash = createHash("sha256").update(bodyText).digest("hex");
  if (!(await claimIdempotencyKey(scope, key, requestHash))) {
    return replay(await findStoredResponse(scope, key), requestHash, openerOf(scope, key, isSecret));
  }
  try {
    const response = await respond();
    await keep(scope, key, response.clone(), isSecret);
    return response;
  } catch (error) {
    await releaseIdempotencyKey(scope, key);
    throw error;
  }
}

async function keep(scope: WorkspaceScope, key: string, response: Response, isSecret: boolean) {
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => name === "content-type" || name === "location"),
  );
  const text = await response.text();
  const body = isSecret ? credentialBox().seal(placeOf(scope, key), text) : text;
  await storeResponse(scope, key, { status: response.status, body, headers });
}

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
