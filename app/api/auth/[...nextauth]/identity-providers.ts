import type { AuthOptions } from "next-auth";
import AppleProvider from "next-auth/providers/apple";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { verifyCredentials } from "@/lib/domain/users/verify-credentials";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { env } from "@/lib/platform/env";
import { isAppError } from "@/lib/platform/errors";

/** E-mail and password always; Google and Apple where their credentials are configured. */
export function identityProviders(visitor: VisitorContext): AuthOptions["providers"] {
  const settings = env();
  const providers: AuthOptions["providers"] = [passwordProvider(visitor)];
  if (settings.GOOGLE_CLIENT_ID && settings.GOOGLE_CLIENT_SECRET) {
    const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = settings;
    providers.push(GoogleProvider({ clientId, clientSecret }));
  }
  if (settings.APPLE_CLIENT_ID && settings.APPLE_CLIENT_SECRET) {
    const { APPLE_CLIENT_ID: clientId, APPLE_CLIENT_SECRET: clientSecret } = settings;
    providers.push(AppleProvider({ clientId, clientSecret }));
  }
  return providers;
}

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
