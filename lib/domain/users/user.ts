/** Whose word for who somebody is we take. */
export const identityProviders = ["google", "apple"] as const;

export type IdentityProvider = (typeof identityProviders)[number];

export const identityProviderNames: Record<IdentityProvider, string> = { google: "Google", apple: "Apple" };

export const passwordCharsMin = 10;
export const passwordCharsMax = 200;
export const personNameCharsMax = 120;

/** The key of an account: addresses differ in case only on paper. */
export const foldEmail = (email: string): string => email.trim().toLowerCase();

/** Why a password is refused, as a key of the messages; nothing when it is good enough. */
export function findPasswordWeakness(password: string, email: string): "repeats" | "is_email" | undefined {
  const folded = password.trim().toLowerCase();
  if (new Set(folded).size < 4) return "repeats";
  const address = foldEmail(email);
  if (folded === address || folded === address.split("@")[0]) return "is_email";
  return undefined;
}
