import { z } from "zod";

/** Prefix of each kind of id on the wire; the palette opens a pasted one by it. */
export const idPrefixes = {
  workspace: "wsp",
  user: "usr",
  invite: "inv",
  apiKey: "key",
  auditEntry: "aud",
  job: "job",
  contact: "con",
  subscription: "sub",
  provider: "prv",
  template: "tpl",
  campaign: "cmp",
  run: "run",
  event: "evt",
  automation: "aut",
  enrolment: "enr",
  step: "stp",
  test: "tst",
  workflowRun: "wfr",
  plan: "pln",
  offer: "ofr",
  batch: "bat",
  redemption: "rdm",
  refusal: "rfs",
} as const;

export type IdKind = keyof typeof idPrefixes;

export const toWireId = (kind: IdKind, uuid: string): string =>
  `${idPrefixes[kind]}_${uuid.replaceAll("-", "")}`;

export const toUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** A uuid inside, `<prefix>_<32 hex>` outside. */
export function wireId(kind: IdKind) {
  const prefix = idPrefixes[kind];
  const wire = z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`), `An id that begins with ${prefix}_`)
    .meta({ example: `${prefix}_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10` });
  return z.codec(wire, z.string(), {
    decode: (value) => toUuid(value.slice(prefix.length + 1)),
    encode: (uuid) => toWireId(kind, uuid),
  });
}

/** A notification is one contact in one run, and its id says so: no column, no index. */
export type NotificationKey = { runId: string; contactId: string };

export const toWireNotificationId = ({ runId, contactId }: NotificationKey): string =>
  `ntf_${runId.replaceAll("-", "")}${contactId.replaceAll("-", "")}`;

export const wireNotificationId = z.codec(
  z.string().regex(/^ntf_[0-9a-f]{64}$/, "An id that begins with ntf_"),
  z.custom<NotificationKey>(),
  {
    decode: (value) => ({ runId: toUuid(value.slice(4, 36)), contactId: toUuid(value.slice(36)) }),
    encode: toWireNotificationId,
  },
);
