import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { AppError, isAppError, unauthenticated } from "@/lib/platform/errors";
import { isStorable } from "@/lib/platform/http/input/unstorable-text";

export type IdentityClaims = {
  subject: string;
  email: string | undefined;
  isEmailVerified: boolean;
  name: string | undefined;
};

type Expectation = { issuer: string; audiences: string[]; nonce?: string | undefined };

const discoveryMillisMax = 5_000;
const clockToleranceSeconds = 10;

const text = z.string().refine(isStorable);

const claims = z.object({
  sub: text.min(1).max(255),
  email: text.max(254).optional().catch(undefined),
  email_verified: z.unknown().optional(),
  name: text.optional().catch(undefined),
  nonce: z.string().optional(),
});

/** What an OpenID issuer says of a person, once it is sure that the issuer said it, to us, and just now. */
export async function readIdentityToken(token: string, expected: Expectation): Promise<IdentityClaims> {
  const keys = await keysOf(expected.issuer);
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ["RS256"],
      issuer: [expected.issuer, expected.issuer.replace(/^https:\/\//, "")],
      audience: expected.audiences,
      requiredClaims: ["sub", "iat", "exp"],
      clockTolerance: clockToleranceSeconds,
    });
    const { nonce, ...said } = readClaims(payload);
    if (expected.nonce !== undefined && nonce !== expected.nonce) throw refused("nonce");
    return said;
  } catch (error) {
    throw toRefusal(error);
  }
}

/** Claims of an issuer whose signature was checked: what they say as text that can be kept, or a refusal. */
export function readClaims(payload: object | undefined): IdentityClaims & { nonce: string | undefined } {
  const result = claims.safeParse(payload);
  if (!result.success) throw refused(String(result.error.issues[0]?.path[0] ?? "sub"));
  const { sub, email, email_verified: verified, name, nonce } = result.data;
  // Apple writes its booleans as strings.
  return { subject: sub, email, isEmailVerified: verified === true || verified === "true", name, nonce };
}

const issuerDocument = z.object({ issuer: z.string(), jwks_uri: z.url() });

const keySets = new Map<string, Promise<JWTVerifyGetKey>>();

/** Keys are fetched once and again when an unknown one is named, at most twice a minute. */
function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const known = keySets.get(issuer) ?? discoverKeys(issuer);
  keySets.set(issuer, known);
  known.catch(() => keySets.delete(issuer));
  return known;
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  try {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
      redirect: "error",
      signal: AbortSignal.timeout(discoveryMillisMax),
    });
    const found = issuerDocument.parse(await response.json());
    if (found.issuer !== issuer) throw new Error(`${issuer} calls itself ${found.issuer}`);
    return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: discoveryMillisMax });
  } catch (cause) {
    throw unreachable(cause);
  }
}

const refused = (claim: string) =>
  unauthenticated(`This ID token is not accepted (${claim}). Sign in at the provider again.`, {
    reason: "identity_token_invalid",
    claim,
  });

const unreachable = (cause: unknown) =>
  new AppError(
    "provider_unavailable",
    "The provider's keys cannot be fetched at the moment. Try again.",
    { reason: "identity_provider_unreachable" },
    { cause },
  );

function toRefusal(error: unknown): unknown {
  if (isAppError(error)) return error;
  if (error instanceof errors.JWTExpired) return refused("exp");
  if (error instanceof errors.JWTClaimValidationFailed) return refused(error.claim);
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return unreachable(error);
  // The library's own word for an issuer whose answer is no key set.
  if (error instanceof errors.JOSEError && error.code !== "ERR_JOSE_GENERIC") return refused("signature");
  return unreachable(error);
}
