import type { UserIdentity } from "@/db/queries/system/identity";
import { readIdentityToken } from "@/lib/platform/auth/identity-token";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { unauthenticated, unprocessable } from "@/lib/platform/errors";
import { identitySettings } from "./identity-settings";
import { joinThroughProvider } from "./join-through-provider";
import { type IdentityProvider, identityProviderNames } from "./user";

type Input = {
  idToken: string;
  nonce?: string | undefined;
  name?: string | undefined;
  locale: string;
  timeZone: string;
};

/** The person whom a provider's own token names, for apps that sign in at the provider themselves. */
export async function signInWithIdentityToken(
  visitor: VisitorContext,
  provider: IdentityProvider,
  { idToken, nonce, name, locale, timeZone }: Input,
): Promise<UserIdentity> {
  const { issuer, audiences, audienceSettings } = identitySettings(provider);
  if (audiences.length === 0) throw notConfigured(provider, audienceSettings.join(", "));
  const claims = await readIdentityToken(idToken, { issuer, audiences, nonce });
  const user = await joinThroughProvider(visitor, {
    provider,
    providerAccountId: claims.subject,
    email: claims.email,
    isEmailVerified: claims.isEmailVerified,
    name: claims.name ?? name,
    locale,
    timeZone,
  });
  if (!user) throw unauthenticated();
  return user;
}

function notConfigured(provider: IdentityProvider, settings: string) {
  const name = identityProviderNames[provider];
  return unprocessable(
    `Sign-in through ${name} is not set up in this installation. Set one of ${settings}.`,
    {
      reason: "identity_provider_not_configured",
      provider: name,
      settings,
    },
  );
}
