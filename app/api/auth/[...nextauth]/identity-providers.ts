import type { AuthOptions } from "next-auth";
import AppleProvider from "next-auth/providers/apple";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { type IdentitySettings, identitySettings } from "@/lib/domain/users/identity-settings";
import { verifyCredentials } from "@/lib/domain/users/verify-credentials";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { isAppError } from "@/lib/platform/errors";

/** E-mail and password always; Google and Apple where their credentials are configured. */
export function identityProviders(visitor: VisitorContext): AuthOptions["providers"] {
  const providers: AuthOptions["providers"] = [passwordProvider(visitor)];
  const google = identitySettings("google");
  if (google.browser) providers.push(GoogleProvider({ ...google.browser, wellKnown: documentOf(google) }));
  const apple = identitySettings("apple");
  if (apple.browser) providers.push(AppleProvider({ ...apple.browser, wellKnown: documentOf(apple) }));
  return providers;
}

const documentOf = ({ issuer }: IdentitySettings): string => `${issuer}/.well-known/openid-configuration`;

const passwordProvider = (visitor: VisitorContext) =>
  CredentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(credentials) {
      try {
        const { email = "", password = "" } = credentials ?? {};
        return await verifyCredentials(visitor, { email, password });
      } catch (error) {
        // Limited or wrong, next-auth's own endpoint says no more than that it failed.
        if (isAppError(error)) return null;
        throw error;
      }
    },
  });
