import { decode, encode, type JWT } from "next-auth/jwt";
import { env } from "@/lib/platform/env";
import { sessionSecret } from "./secrets";

export type Session = { userId: string; sessionEpoch: number };

export const sessionMaxAgeSeconds = 30 * 24 * 60 * 60;

/** Over https only the prefixed cookie counts, which a network attacker cannot plant. */
export const usesSecureCookies = (): boolean => env().PUSHPILOT_PUBLIC_URL?.startsWith("https:") ?? false;

/** As next-auth names its cookies. */
export const authCookieName = (name: "session-token" | "callback-url" | "pkce.code_verifier"): string =>
  `${usesSecureCookies() ? "__Secure-" : ""}next-auth.${name}`;

export const sessionCookieName = (): string => authCookieName("session-token");

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

export const sessionCookieOptions = () =>
  ({
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: usesSecureCookies(),
    maxAge: sessionMaxAgeSeconds,
  }) as const;

/** The `Set-Cookie` line of a session, for responses made outside Next's cookie store. */
export async function sessionCookie(session: Session): Promise<string> {
  const { secure, maxAge } = sessionCookieOptions();
  const value = await encodeSession(session);
  return `${sessionCookieName()}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

function findCookie(header: string): string | undefined {
  const wanted = sessionCookieName();
  for (const part of header.split(";")) {
    const [name, ...value] = part.trim().split("=");
    if (name === wanted) return value.join("=");
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
