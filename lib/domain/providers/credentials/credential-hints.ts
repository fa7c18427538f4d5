import { parseServiceAccount } from "@/lib/providers/fcm/service-account";
import { providerDefinitions } from "@/lib/providers/registry";
import type { ConnectableKind } from "../provider";
import type { Credentials } from "./sealed-credentials";

const hidden = "••••••••";
const revealLengthMin = 20;
const revealed = 4;

/** `AIza••••1f3c`; short secrets and files show nothing of themselves. */
function maskSecret(secret: string): string {
  if (secret.length < revealLengthMin || /\s/.test(secret)) return hidden;
  return `${secret.slice(0, revealed)}••••${secret.slice(-revealed)}`;
}

/** What may be shown: public fields as they are, secret ones masked. */
export function credentialHintsOf(kind: ConnectableKind, credentials: Credentials): Record<string, string> {
  if (kind === "fcm") return hintsOfServiceAccount(credentials.serviceAccountJson);
  const hints: Record<string, string> = {};
  for (const { name, isSecret } of providerDefinitions[kind].fields) {
    const value = credentials[name];
    if (value === undefined) continue;
    hints[name] = isSecret ? maskSecret(String(value)) : String(value);
  }
  return hints;
}

function hintsOfServiceAccount(file: unknown): Record<string, string> {
  const parsed = parseServiceAccount(file);
  if (!parsed.isOk) return {};
  const { projectId, clientEmail, privateKeyId } = parsed.account;
  return { projectId, clientEmail, privateKey: privateKeyId ? maskSecret(privateKeyId) : hidden };
}
