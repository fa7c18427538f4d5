import { createPrivateKey } from "node:crypto";
import { z } from "zod";
import { tryParseJson } from "@/lib/platform/try-parse-json";

export const googleTokenUrl = "https://oauth2.googleapis.com/token";

export type ServiceAccount = {
  projectId: string;
  clientEmail: string;
  privateKey: string;
  privateKeyId?: string;
};

export type ServiceAccountProblem =
  | "server_key_retired"
  | "not_json"
  | "not_service_account"
  | "field_missing"
  | "field_invalid"
  | "private_key_invalid"
  | "token_uri_foreign";

export type ParsedServiceAccount =
  | { isOk: true; account: ServiceAccount }
  | { isOk: false; problem: ServiceAccountProblem; field: string; message: string };

const fileSchema = z.object({
  project_id: z.string().regex(/^[a-z0-9.:-]{4,128}$/),
  client_email: z.email(),
  private_key: z.string().min(1),
  private_key_id: z.string().optional(),
  token_uri: z.string().optional(),
});

const serverKeyRetired =
  "FCM's legacy server key no longer exists. Paste the service-account JSON instead: " +
  "Firebase console → Project settings → Service accounts → Generate new private key.";

/** Reads a service-account file as Google hands it out, as text or already parsed. */
export function parseServiceAccount(input: unknown): ParsedServiceAccount {
  const json = typeof input === "string" ? tryParseJson(input) : input;
  if (json === undefined) {
    return looksLikeServerKey(String(input))
      ? reject("server_key_retired", "server_key", serverKeyRetired)
      : reject("not_json", "service_account", "This is not JSON. Paste the whole service-account file.");
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return reject("not_service_account", "service_account", "Paste the whole service-account file.");
  if ("server_key" in json && !("private_key" in json))
    return reject("server_key_retired", "server_key", serverKeyRetired);
  if (!("type" in json) || json.type !== "service_account")
    return reject(
      "not_service_account",
      "type",
      'This JSON is not a service account: "type" must be "service_account". google-services.json is a different file.',
    );
  return readFile(json);
}

function readFile(json: object): ParsedServiceAccount {
  const file = fileSchema.safeParse(json);
  if (!file.success) {
    const field = String(file.error.issues[0]?.path[0] ?? "service_account");
    const isMissing = isEmpty((json as Record<string, unknown>)[field]);
    return isMissing
      ? reject("field_missing", field, `"${field}" is missing in the service-account JSON.`)
      : reject("field_invalid", field, `"${field}" is malformed in the service-account JSON.`);
  }
  const { project_id, client_email, private_key, private_key_id, token_uri } = file.data;
  if (token_uri !== undefined && token_uri !== googleTokenUrl)
    return reject("token_uri_foreign", "token_uri", `"token_uri" must be ${googleTokenUrl}.`);
  const privateKey = private_key.replaceAll("\\n", "\n");
  if (!isRsaPrivateKey(privateKey))
    return reject(
      "private_key_invalid",
      "private_key",
      '"private_key" is not a readable RSA key. Was the file cut short?',
    );
  return {
    isOk: true,
    account: { projectId: project_id, clientEmail: client_email, privateKey, privateKeyId: private_key_id },
  };
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

function reject(problem: ServiceAccountProblem, field: string, message: string): ParsedServiceAccount {
  return { isOk: false, problem, field, message };
}

/** `AAAA…:APA91b…` of FCM, `AIza…` of Cloud Messaging's GCM days. */
function looksLikeServerKey(text: string): boolean {
  return /^\s*(AAAA[\w-]{7}:[\w-]{100,}|AIza[\w-]{35})\s*$/.test(text);
}

function isRsaPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}
