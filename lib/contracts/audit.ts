import { z } from "zod";
import { defineContract } from "@/lib/platform/http/contract";
import { isUuid } from "@/lib/platform/uuid";
import { type IdKind, idPrefixes, toUuid, toWireId, wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape, wireList } from "./wire/lists";
import { wireObject } from "./wire/wire-object";

const kindOfWord = (word: string): IdKind | undefined => {
  const camel = word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.keys(idPrefixes).find((kind): kind is IdKind => kind === camel);
};

const party = z.codec(
  z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  z.custom<{ kind: string; id: string; name: string }>(),
  {
    decode: (value) => value,
    encode: ({ kind, id, name }) => {
      const known = kindOfWord(kind);
      return { kind, id: known && isUuid(id) ? toWireId(known, id) : id, name };
    },
  },
);

/** Ids in the log are of many kinds; a prefixed one is understood whatever its kind. */
const plainId = (text: string): string => {
  const [, hex] = /^[a-z]{3}_([0-9a-f]{32})$/.exec(text) ?? [];
  return hex ? toUuid(hex) : text;
};

const wordList = (pattern: RegExp, hint: string) =>
  z.codec(z.string().max(1_000), z.array(z.string().regex(pattern, hint)), {
    decode: (value) => value.split(",").map((word) => word.trim()),
    encode: (value) => value.join(","),
  });

const idList = z.codec(z.string().max(1_000), z.array(z.string()), {
  decode: (value) => value.split(",").map((id) => plainId(id.trim())),
  encode: (value) => value.join(","),
});

export const auditEntry = wireObject({
  id: wireId("auditEntry"),
  actor: party,
  action: z.string().meta({ example: "campaign.scheduled" }),
  target: party,
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
  createdAt: wireInstant,
}).meta({ id: "AuditEntry" });

const filterShape = {
  q: z.string().trim().max(200).optional().meta({ description: "In the name of the actor or the target." }),
  actorId: idList.optional(),
  action: wordList(
    /^[a-z_]+\.[a-z_]*$/,
    "Such as campaign.scheduled, or campaign. for all of them",
  ).optional(),
  targetKind: wordList(/^[a-z_]+$/, "Such as campaign").optional(),
  targetId: z.codec(z.string().max(100), z.string(), { decode: plainId, encode: (id) => id }).optional(),
  since: wireInstant.optional(),
  until: wireInstant.optional(),
};

const tag = "Audit log";

export const listAuditEntriesContract = defineContract({
  method: "GET",
  path: "/api/v1/audit-log",
  tag,
  summary: "List what was changed, by whom",
  description: "The newest first. The log can only be added to.",
  access: { permission: "audit.read" },
  query: wireObject({ ...listQueryShape, ...filterShape }),
  status: 200,
  response: wireList(auditEntry),
});

export const exportAuditEntriesContract = defineContract({
  method: "GET",
  path: "/api/v1/audit-log/export",
  tag,
  summary: "Export the audit log as CSV",
  access: { permission: "audit.read" },
  query: wireObject(filterShape),
  status: 200,
  responseType: "text/csv",
});
