import type { ConnectableKind } from "@/lib/domain/providers/provider";
import { type CredentialField, credentialFieldsOf, isSecret } from "./credential-fields";

/** What stands in the form, as text. */
export type CredentialDraft = Readonly<Record<string, string>>;

type Hints = Readonly<Record<string, string>>;

const defaults: Readonly<Record<ConnectableKind, CredentialDraft>> = {
  fcm: {},
  web_push: { subject: "mailto:" },
  smtp: { port: "587", security: "starttls" },
};

export const newDraft = (kind: ConnectableKind): CredentialDraft => defaults[kind];

/** Public fields as they are saved; secrets start empty, because nobody can read them. */
export function draftOf(kind: ConnectableKind, hints: Hints): CredentialDraft {
  const open = credentialFieldsOf[kind].filter((field) => !isSecret(field));
  return Object.fromEntries(open.map(({ name }) => [name, hints[name] ?? ""]));
}

/** Everything that was filled in. */
export function credentialsFrom(kind: ConnectableKind, draft: CredentialDraft): Record<string, unknown> {
  const given = credentialFieldsOf[kind].filter(({ name }) => textOf(draft, name) !== "");
  return Object.fromEntries(given.map((field) => [field.name, toValue(field, textOf(draft, field.name))]));
}

/** Only what changes: an emptied optional field becomes null, an empty secret stays as it is. */
export function credentialChangeFrom(
  kind: ConnectableKind,
  draft: CredentialDraft,
  hints: Hints,
): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  for (const field of credentialFieldsOf[kind]) {
    const text = textOf(draft, field.name);
    const before = isSecret(field) ? "" : (hints[field.name] ?? "");
    if (text !== before) change[field.name] = text === "" ? null : toValue(field, text);
  }
  return change;
}

const textOf = (draft: CredentialDraft, name: string): string => draft[name]?.trim() ?? "";

const toValue = ({ control }: CredentialField, text: string): unknown =>
  control === "number" ? Number(text) : text;
