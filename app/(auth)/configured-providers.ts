import type { IdentityProvider } from "@/components/auth/provider-buttons";
import { env } from "@/lib/platform/env";

/** Those this installation has credentials for. */
export function configuredProviders(): IdentityProvider[] {
  const settings = env();
  const providers: IdentityProvider[] = [];
  if (settings.GOOGLE_CLIENT_ID && settings.GOOGLE_CLIENT_SECRET) providers.push("google");
  if (settings.APPLE_CLIENT_ID && settings.APPLE_CLIENT_SECRET) providers.push("apple");
  return providers;
}
