import type { AuthOptions } from "next-auth";
import { findUserOfIdentity } from "@/db/queries/system/accounts";
import { findUser, type UserIdentity } from "@/db/queries/system/identity";
import { identitySettings } from "@/lib/domain/users/identity-settings";
import { sessionSecret } from "@/lib/platform/auth/secrets";
import {
  authCookieName,
  readSession,
  sessionMaxAgeSeconds,
  usesSecureCookies,
} from "@/lib/platform/auth/session";
import { type VisitorContext, visitorFrom } from "@/lib/platform/context/visitor-context";
import { originFrom } from "@/lib/platform/http/origin-from";
import { safeReturnPath } from "@/lib/platform/http/safe-return-path";
import { log } from "@/lib/platform/log";
import { identityProviders } from "./identity-providers";
import { joinWithProfile } from "./join-with-profile";

/** Sessions are JWTs that say who, and from which epoch; `readSession` reads the same ones. */
export async function nextAuthOptions(headers: Headers): Promise<AuthOptions> {
  const visitor = visitorFrom(originFrom(headers));
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    useSecureCookies: usesSecureCookies(),
    cookies: identitySettings("apple").browser ? crossSiteCookies() : {},
    pages: { signIn: "/sign-in", signOut: "/sign-out", error: "/sign-in" },
    providers: identityProviders(visitor),
    logger: {
      error: (code, metadata) => log.error("sign_in.failed", { code, error: errorIn(metadata) }),
      warn: (code) => log.debug("sign_in.warning", { code }),
      debug: () => undefined,
    },
    callbacks: callbacksFor(visitor, await findSignedIn(visitor, headers)),
  };
}

/** Apple answers with a form post from its own site, which takes no `Lax` cookie along. */
function crossSiteCookies(): NonNullable<AuthOptions["cookies"]> {
  const options = { httpOnly: true, sameSite: "none", secure: true, path: "/", maxAge: 15 * 60 } as const;
  return {
    pkceCodeVerifier: { name: authCookieName("pkce.code_verifier"), options },
    callbackUrl: { name: authCookieName("callback-url"), options },
  };
}

function callbacksFor(
  visitor: VisitorContext,
  signedIn: UserIdentity | undefined,
): NonNullable<AuthOptions["callbacks"]> {
  return {
    signIn: ({ account, profile }) =>
      account?.type === "oauth" ? joinWithProfile({ visitor, account, profile, signedIn }) : true,
    async jwt({ token, account }) {
      if (!account) return { sub: token.sub, sessionEpoch: token.sessionEpoch };
      const user =
        account.type === "oauth"
          ? await findUserOfIdentity(visitor.system, account.provider, account.providerAccountId)
          : await findUser(visitor.system, account.providerAccountId);
      return { sub: user?.id, sessionEpoch: user?.sessionEpoch };
    },
    async session({ session, token }) {
      const user = token.sub ? await findUser(visitor.system, token.sub) : undefined;
      const isCurrent = user?.sessionEpoch === token.sessionEpoch;
      return {
        expires: session.expires,
        user: isCurrent && user ? { name: user.name, email: user.email } : {},
      };
    },
    redirect({ url, baseUrl }) {
      const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
      return `${baseUrl}${safeReturnPath(path)}`;
    },
  };
}

async function findSignedIn(visitor: VisitorContext, headers: Headers): Promise<UserIdentity | undefined> {
  const session = await readSession(headers.get("cookie"));
  const user = session && (await findUser(visitor.system, session.userId));
  return user?.sessionEpoch === session?.sessionEpoch ? user : undefined;
}

const errorIn = (metadata: unknown): unknown =>
  metadata instanceof Error ? metadata.message : (metadata as { error?: Error } | undefined)?.error?.message;
