import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";
import { contactKinds, tagsMax } from "@/lib/domain/contacts/contact";
import {
  type ExportColumn,
  exportColumns,
  isExportColumn,
} from "@/lib/domain/contacts/exports/export-column";
import { defineContract } from "@/lib/platform/http/contract";
import { job, wireFormulas } from "../jobs";
import { wireId } from "../wire/ids";
import { twoLetterCountry } from "../wire/places";
import { wireObject } from "../wire/wire-object";
import { wireTag } from "../wire/words";
import { wireDelimiter } from "./contact-imports";

const contactFilter = wireObject({
  q: z.string().trim().max(200).optional(),
  kind: z.array(z.enum(contactKinds)).optional(),
  channel: z.array(z.enum(channels)).optional(),
  country: z.array(twoLetterCountry).optional(),
  tag: z.array(z.string().max(60)).optional(),
  importJobId: wireId("job").optional(),
}).meta({ description: "The filter of the list; `{}` is everyone." });

const selection = {
  contactIds: z.array(wireId("contact")).min(1).max(1_000).optional(),
  filter: contactFilter.optional(),
};

type Chosen = { contactIds?: unknown; filter?: unknown };

const exactlyOne = (body: Chosen) => (body.contactIds === undefined) !== (body.filter === undefined);
const chooseOne = { message: "Give either contact_ids or filter.", path: ["contact_ids"] };

function selecting<S extends Record<string, z.ZodType>>(shape: S) {
  return wireObject({ ...selection, ...shape }).refine((body) => exactlyOne(body as Chosen), chooseOne);
}

const tags = z.array(wireTag).max(tagsMax);

const exportColumn = z
  .string()
  .refine(
    isExportColumn,
    `One of ${exportColumns.join(", ")} attributes.<name> or consents.<channel>.<category>`,
  ) as unknown as z.ZodType<ExportColumn, ExportColumn>;

export const exportContactsContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/exports",
  tag: "Contacts",
  summary: "Export contacts to CSV",
  description:
    "Whoever matches now, in the columns asked for, as UTF-8 with a mark. Cells that a spreadsheet would run as a formula begin with an apostrophe, which an import takes away again; `formulas` turns that off. Phones are written as `+90…`, without one.",
  access: { permission: "contacts.export" },
  body: selecting({
    columns: z.array(exportColumn).min(1).max(100).optional(),
    delimiter: wireDelimiter.optional(),
    formulas: wireFormulas,
  }),
  status: 202,
  response: job,
  idempotent: true,
});

export const deleteContactsContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/bulk-delete",
  tag: "Contacts",
  summary: "Delete many contacts",
  access: { permission: "contacts.write" },
  body: selecting({}),
  status: 202,
  response: job,
  idempotent: true,
});

export const tagContactsContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/bulk-tag",
  tag: "Contacts",
  summary: "Tag many contacts",
  access: { permission: "contacts.write" },
  body: selecting({ addTags: tags.optional(), removeTags: tags.optional() }),
  status: 202,
  response: job,
  idempotent: true,
});
