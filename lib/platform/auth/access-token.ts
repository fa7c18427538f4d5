import { jwtVerify, SignJWT } from "jose";
import { purposeKey } from "./secrets";
import type { Session } from "./session";

export const accessTokenSeconds = 15 * 60;

const issuer = "pushpilot";
const audience = "pushpilot-api";
const tokenType = "at+jwt";

/** A short-lived JWT for API clients that act as a person. */
export function signAccessToken({ userId, sessionEpoch }: Session, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ epoch: sessionEpoch })
    .setProtectedHeader({ alg: "HS256", typ: tokenType })
    .setSubject(userId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenSeconds)
    .sign(purposeKey("access_tokens"));
}

/** Whoever the token was made for, unless it is forged, expired or of another kind. */
export async function readAccessToken(token: string): Promise<Session | undefined> {
  try {
    const { payload } = await jwtVerify(token, purposeKey("access_tokens"), {
      algorithms: ["HS256"],
      issuer,
      audience,
      typ: tokenType,
    });
    if (typeof payload.sub !== "string" || typeof payload.epoch !== "number") return undefined;
    return { userId: payload.sub, sessionEpoch: payload.epoch };
  } catch {
    return undefined;
  }
}
