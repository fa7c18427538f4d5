import { purposeKey } from "@/lib/platform/auth/secrets";
import { SecretBox } from "./secret-box";

let box: SecretBox | undefined;

/** Seals what providers are configured with, under this installation's key. */
export function credentialBox(): SecretBox {
  box ??= new SecretBox(purposeKey("credentials"));
  return box;
}
