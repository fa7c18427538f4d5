import { invalidField, unprocessable } from "@/lib/platform/errors";
import { parseServiceAccount } from "@/lib/providers/fcm/service-account";
import { parseCredentials } from "../credentials/parse-credentials";
import type { Credentials } from "../credentials/sealed-credentials";

export type FirebaseInput = {
  projectId?: string | undefined;
  serviceAccount?: unknown;
  serverKey?: string | undefined;
};

/** Undefined when no credentials were given at all. */
export function findFirebaseCredentials(input: FirebaseInput): Credentials | undefined {
  const { projectId, serviceAccount, serverKey } = input;
  if (serviceAccount === undefined) {
    if (serverKey !== undefined) throw retired();
    return undefined;
  }
  const credentials = parseCredentials("fcm", { serviceAccountJson: serviceAccount });
  const parsed = parseServiceAccount(credentials.serviceAccountJson);
  if (parsed.isOk && projectId !== undefined && parsed.account.projectId !== projectId) {
    throw invalidField(
      "project_id",
      `The service account belongs to ${parsed.account.projectId}.`,
      "mismatch",
    );
  }
  return credentials;
}

function retired() {
  const parsed = parseServiceAccount({ server_key: "" });
  const detail = parsed.isOk ? "" : parsed.message;
  const reason = "server_key_retired";
  return unprocessable(detail, { reason, errors: [{ pointer: "server_key", code: reason, detail }] });
}
