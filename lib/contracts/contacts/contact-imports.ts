import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";
import { consentStatuses } from "@/lib/domain/contacts/contact";
import { attributeTypes } from "@/lib/domain/contacts/imports/attribute-type";
import {
  type ImportTarget,
  importTargets,
  isImportTarget,
} from "@/lib/domain/contacts/imports/import-target";
import { delimiters, encodings } from "@/lib/platform/csv/csv-dialect";
import { defineContract } from "@/lib/platform/http/contract";
import { job, jobParams } from "../jobs";
import { wireId } from "../wire/ids";
import { twoLetterCountry } from "../wire/places";
import { wireObject } from "../wire/wire-object";
import { wireBoolean, wireJson, wireTags } from "../wire/words";

const importTarget = z
  .string()
  .refine(
    isImportTarget,
    `One of ${importTargets.join(", ")}, attributes.<name>, consents.<channel>.<category>, consents.<channel>,<channel>.<category> or ignore`,
  ) as unknown as z.ZodType<ImportTarget, ImportTarget>;

export const wireDelimiter = z.codec(z.enum([...delimiters, "tab"]), z.enum(delimiters), {
  decode: (word) => (word === "tab" ? "\t" : word),
  encode: (sign) => (sign === "\t" ? "tab" : sign),
});

/** The same names as query parameters and as fields of a multipart form. */
export const importOptions = wireObject({
  mapping: wireJson(z.record(z.string(), importTarget)).optional().meta({
    description:
      "JSON: heading → field. Without it headings are recognised in Turkish and English. A column headed İzin, Onay, Consent, KVKK or Opt-in that holds yes and no is then the consent to marketing over the channels whose address columns are there, over e-mail and SMS where there are none (`consent_columns` of the result says which); `consents.email,sms.marketing` maps one column to several channels.",
  }),
  attributeTypes: wireJson(z.record(z.string(), z.enum(attributeTypes)))
    .optional()
    .meta({
      description:
        "JSON: heading → type of a column that fills an attribute. `number` has a decimal point (1,250.50), `comma_number` a decimal comma (1.250,50), `boolean` takes the words of consents, `date` 31.12.2025 or 2025-12-31. A cell of another type is refused (`invalid_number`, `invalid_boolean`, `invalid_date`). A column without a type here gets the one that the first rows have in common, and a cell that is not of it stays text.",
    }),
  unknownColumns: z.enum(["ignore", "attributes"]).optional(),
  delimiter: wireDelimiter.optional().meta({ description: "Found by looking, unless given." }),
  encoding: z.enum(encodings).optional().meta({ description: "Found by looking, unless given." }),
  dryRun: wireBoolean.optional().meta({ description: "Count what would happen and change nothing." }),
  onExisting: z.enum(["update", "skip"]).optional(),
  country: twoLetterCountry
    .optional()
    .meta({ description: "Of phone numbers without a country code; TR unless given." }),
  phoneOnWhatsapp: wireBoolean.optional().meta({
    description: "The phone of a row is its WhatsApp number too, where the row brings none of its own.",
  }),
  tags: wireTags.optional().meta({ description: "Added to everyone in the file, comma-separated." }),
  consent: wireJson(
    z.strictObject({
      channels: z.array(z.enum(channels)).min(1),
      status: z.enum(consentStatuses),
      source: z.string().min(1).max(200),
    }),
  )
    .optional()
    .meta({ description: "JSON: who attests that these people agreed. An opt-out we know of is kept." }),
  fileName: z.string().max(200).optional(),
  fromJob: wireId("job").optional().meta({
    description:
      "Take the file of this dry run instead of a body, with its choices. Where the dry run found that the file stops being CSV (`flaw`), the rows before that are imported.",
  }),
});

export const importContactsContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/imports",
  tag: "Contacts",
  summary: "Import contacts from CSV",
  description:
    "The file as the body (`text/csv`) or as a part of a form (`multipart/form-data`); another type, such as `application/json`, is 415. Streams; up to 1 GiB. Answers with the job that does it. An address that another person has moves to the one whose row names it last, and is counted as `moved`. Consents are read from yes/no, Evet/Hayır, E/H, Onay/Ret, Onaylı/Onaysız, Kabul/Red, Var/Yok, true/false, 1/0 and x; days and times of day are meant in the workspace's zone.",
  access: { permission: "contacts.write" },
  query: importOptions,
  rawBody: ["text/csv", "multipart/form-data"],
  status: 202,
  response: job,
  idempotent: true,
});

export const undoImportContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/imports/{job_id}/undo",
  tag: "Contacts",
  summary: "Undo an import",
  description:
    "Deletes the contacts the import made. Addresses that they took from people who were there before go back to those who are still there, unless somebody else holds them by now. What the import changed in others stays changed. A dry run has nothing to undo: 422 `nothing_to_undo`.",
  access: { permission: "contacts.write" },
  params: jobParams,
  status: 202,
  response: job,
});
