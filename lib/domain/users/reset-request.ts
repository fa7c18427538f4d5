import { credentialBox } from "@/lib/platform/crypto/credential-box";
import { newId } from "@/lib/platform/ids";

type ResetRequest = { requestId: string; sealedEmail: string };

const placeOf = (rowId: string) => ({ workspaceId: "", rowId, field: "email" });

export function sealResetRequest(email: string): ResetRequest {
  const requestId = newId();
  return { requestId, sealedEmail: credentialBox().seal(placeOf(requestId), email) };
}

export const openResetRequest = ({ requestId, sealedEmail }: ResetRequest): string =>
  credentialBox().open(placeOf(requestId), sealedEmail);
