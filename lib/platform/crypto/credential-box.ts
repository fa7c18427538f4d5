import { formerKeys, purposeKey } from "@/lib/platform/auth/secrets";
import { SecretBox } from "./secret-box";

/** Seals what must not lie readable in the database under this installation's key, and opens what former ones sealed. */
export const credentialBox = (): SecretBox =>
  new SecretBox(purposeKey("credentials"), ...formerKeys("credentials"));
