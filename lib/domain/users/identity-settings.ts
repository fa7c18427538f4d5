import { env } from "@/lib/platform/env";
import { type IdentityProvider, identityProviders } from "./user";

export type IdentitySettings = {
  issuer: string;
  /** What sign-in in the browser takes; absent where either part is missing. */
  browser: { clientId: string; clientSecret: string } | undefined;
  /** For whom a token may have been made that an app hands to us. */
  audiences: string[];
  /** Names of the settings that say so. */
  audienceSettings: string[];
};

export function identitySettings(provider: IdentityProvider): IdentitySettings {
  const settings = env();
  const prefix = provider === "google" ? "GOOGLE" : "APPLE";
  const clientId = settings[`${prefix}_CLIENT_ID`];
  const clientSecret = settings[`${prefix}_CLIENT_SECRET`];
  return {
    issuer: settings[`${prefix}_ISSUER`].replace(/\/$/, ""),
    browser: clientId && clientSecret ? { clientId, clientSecret } : undefined,
    audiences: [...(clientId ? [clientId] : []), ...(settings[`${prefix}_APP_CLIENT_IDS`] ?? [])],
    audienceSettings: [`${prefix}_CLIENT_ID`, `${prefix}_APP_CLIENT_IDS`],
  };
}

/** Those that a button may be shown for. */
export const browserProviders = (): IdentityProvider[] =>
  identityProviders.filter((provider) => identitySettings(provider).browser);
