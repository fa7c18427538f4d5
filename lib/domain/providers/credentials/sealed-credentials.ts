import { credentialBox } from "@/lib/platform/crypto/credential-box";
import { UnreadableSecretError } from "@/lib/platform/crypto/secret-box";
import { AppError } from "@/lib/platform/errors";

export type Credentials = Readonly<Record<string, unknown>>;

type Place = { workspaceId: string; providerId: string };

const placeOf = ({ workspaceId, providerId }: Place) => ({
  workspaceId,
  rowId: providerId,
  field: "credentials",
});

export function sealCredentials(place: Place, credentials: Credentials): string {
  return credentialBox().seal(placeOf(place), JSON.stringify(credentials));
}

/** Throws `provider_unavailable` when the installation's secret is not the one they were sealed with. */
export function openCredentials(place: Place, sealed: string): Credentials {
  try {
    return JSON.parse(credentialBox().open(placeOf(place), sealed)) as Credentials;
  } catch (error) {
    if (!(error instanceof UnreadableSecretError)) throw error;
    throw new AppError(
      "provider_unavailable",
      "The stored credentials cannot be opened with this installation's secret. Enter them again.",
      { reason: "credentials_unreadable" },
      { cause: error },
    );
  }
}
