import type { Variables } from "./liquid/compile-text";

/** Of the person's code, in messages that give one out. */
export const couponVariables = ["coupon.code", "coupon.offer", "coupon.expires_at", "coupon.url"] as const;

/** What a message may say about a person; the order is the order of the editor's menu. */
export const variableNames = [
  "name",
  "first_name",
  "last_name",
  "email",
  "phone",
  "external_id",
  "locale",
  "country",
  "city",
  "workspace.name",
  "unsubscribe_url",
  ...couponVariables,
] as const;

/** How Liquid is asked for an attribute; one whose name is no word stands in quotes. */
export function attributePath(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return `attributes.${name}`;
  // Braces would end the output that the name stands in.
  const quoted = JSON.stringify(name).replace(/[{}]/g, (sign) => (sign === "{" ? "\\u007b" : "\\u007d"));
  return `attributes[${quoted}]`;
}

type VariableContact = {
  externalId: string | null;
  firstName: string | null;
  lastName: string | null;
  locale: string | null;
  country: string | null;
  city: string | null;
  attributes: Record<string, unknown> | null;
};

type VariableSource = {
  contact: VariableContact;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  workspaceName: string;
  /** The person's own link; a sample in previews. */
  unsubscribeUrl?: string | undefined;
  /** Absent where no codes are given out, so that the name is free; empty for whom there is none. */
  coupon?: Record<string, string> | undefined;
};

/**
 * The variables of one person. Attributes are under `attributes` and, where the name is not taken, at the top too.
 */
export function contactVariables(source: VariableSource): Variables {
  const { contact, email, phone, workspaceName, unsubscribeUrl, coupon } = source;
  const firstName = contact.firstName ?? "";
  const lastName = contact.lastName ?? "";
  const attributes = contact.attributes ?? {};
  const variables: Record<string, unknown> = {
    attributes,
    name: `${firstName} ${lastName}`.trim(),
    first_name: firstName,
    last_name: lastName,
    external_id: contact.externalId ?? "",
    email: email ?? "",
    phone: phone ?? "",
    locale: contact.locale ?? "",
    country: contact.country ?? "",
    city: contact.city ?? "",
    workspace: { name: workspaceName },
    unsubscribe_url: unsubscribeUrl ?? "",
  };
  if (coupon) variables.coupon = coupon;
  // A loop and not a spread: the engine makes spread objects of unknown shape 50 times slower, once per message.
  for (const name in attributes) {
    if (!(name in variables)) variables[name] = attributes[name];
  }
  return variables;
}
