import { decode, encode, type JWT } from "next-auth/jwt";
import { sessionSecret } from "./secrets";

export type Session = { userId: string; sessionEpoch: number };

export const sessionCookieNames = ["__Secure-next-auth.session-token", "next-auth.session-token"] as const;

export const sessionMaxAgeSeconds = 30 * 24 * 60 * 60;

/** Reads next-auth's session cookie from a bare request, so that it works in front of Next as well. */
export async function readSession(cookieHeader: string | null): Promise<Session | undefined> {
  const token = findCookie(cookieHeader ?? "");
  if (token === undefined) return undefined;
  const payload = await decodeToken(token);
  if (typeof payload?.sub !== "string" || typeof payload.sessionEpoch !== "number") return undefined;
  return { userId: payload.sub, sessionEpoch: payload.sessionEpoch };
}

export function encodeSession(session: Session): Promise<string> {
  return encode({
    token: { sub: session.userId, sessionEpoch: session.sessionEpoch },
    secret: sessionSecret(),
    maxAge: sessionMaxAgeSeconds,
  });
}

function findCookie(header: string): string | undefined {
  for (const part of header.split(";")) {
    const [name, ...value] = part.trim().split("=");
    if (sessionCookieNames.some((known) => known === name)) return value.join("=");
  }
  return undefined;
}

async function decodeToken(token: string): Promise<JWT | undefined> {
  try {
    return (await decode({ token, secret: sessionSecret() })) ?? undefined;
  } catch {
    return undefined;
  }
}
