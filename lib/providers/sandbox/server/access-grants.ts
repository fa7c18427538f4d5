import { createHmac, createPublicKey, timingSafeEqual, verify } from "node:crypto";
import { z } from "zod";
import { tryParseJson } from "@/lib/platform/try-parse-json";

const googleTokenUrl = "https://oauth2.googleapis.com/token";
const tokenSeconds = 3600;
// Not a secret: tokens only open a sandbox on the same machine, and have to outlive its restarts.
const tokenKey = "pushpilot-sandbox-access-token";

const claimsSchema = z.object({
  iss: z.string(),
  scope: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
});

export type Grant =
  | { kind: "granted"; accessToken: string; expiresIn: number }
  | { kind: "refused"; reason: string };

/** Google's JWT-bearer grant: checks the assertion as the token endpoint does. */
export function grantAccess(assertion: string, accountKeys: ReadonlyMap<string, string>, now: number): Grant {
  const [header = "", claims = "", signature = ""] = assertion.split(".");
  const parsed = claimsSchema.safeParse(decode(claims));
  const algorithm = z.object({ alg: z.literal("RS256") }).safeParse(decode(header));
  if (!parsed.success || !algorithm.success) return refuse("Invalid JWT: malformed");
  const { iss, scope, aud, iat, exp } = parsed.data;
  if (aud !== googleTokenUrl) return refuse("Invalid JWT: wrong audience");
  if (!/\/auth\/(firebase\.messaging|cloud-platform)(\s|$)/.test(scope)) return refuse("Invalid scope");
  if (exp <= now / 1000 || exp - iat > tokenSeconds) return refuse("Invalid JWT: expired or too long-lived");
  if (/bad/i.test(iss.split("@")[0] ?? "")) return refuse("Invalid grant: account not found");
  const key = accountKeys.get(iss);
  const signed = Buffer.from(`${header}.${claims}`);
  if (key && !verify("sha256", signed, createPublicKey(key), Buffer.from(signature, "base64url")))
    return refuse("Invalid JWT Signature.");
  const expiresAt = Math.floor(now / 1000) + tokenSeconds;
  return { kind: "granted", accessToken: mintToken(iss, expiresAt), expiresIn: tokenSeconds - 1 };
}

/** The service account behind a token this sandbox minted; undefined when forged or expired. */
export function findTokenOwner(token: string, now: number): string | undefined {
  const [, email = "", expiresAt = ""] = token.split("~");
  const expected = Buffer.from(mintToken(Buffer.from(email, "base64url").toString(), Number(expiresAt)));
  const given = Buffer.from(token);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Number(expiresAt) > now / 1000 ? Buffer.from(email, "base64url").toString() : undefined;
}

function mintToken(email: string, expiresAt: number): string {
  const subject = `${Buffer.from(email).toString("base64url")}~${expiresAt}`;
  return `ya29.sandbox~${subject}~${createHmac("sha256", tokenKey).update(subject).digest("base64url")}`;
}

const decode = (part: string): unknown => tryParseJson(Buffer.from(part, "base64url").toString());

function refuse(reason: string): Grant {
  return { kind: "refused", reason };
}
