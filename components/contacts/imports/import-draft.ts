import type { importContactsContract } from "@/lib/contracts/contacts/contact-imports";
import type { Channel } from "@/lib/domain/channels/channel";
import { consentsOf } from "@/lib/domain/contacts/consent-column";
import type { AttributeType, GuessedType } from "@/lib/domain/contacts/imports/attribute-type";
import { proposeTargets } from "@/lib/domain/contacts/imports/columns/propose-targets";
import {
  findRepeatedTarget,
  type ImportTarget,
  identifies,
} from "@/lib/domain/contacts/imports/import-target";
import { guessColumnType } from "@/lib/domain/contacts/imports/settle-types";
import type { Encoding } from "@/lib/platform/csv/csv-dialect";
import type { QueryOf } from "@/lib/platform/http/contract";
import { splitTags } from "../split-tags";
import type { FilePreview } from "./preview/read-preview";

/** Everything chosen so far. It stays while one goes back and forth between the steps. */
export type ImportDraft = {
  file: File;
  preview: FilePreview;
  targets: ImportTarget[];
  /** The targets as they were proposed. */
  proposed: readonly ImportTarget[];
  /** Of columns that fill an attribute, by their place; the others are as their cells say. */
  types: Record<number, AttributeType>;
  phoneOnWhatsapp: boolean;
  /** Undefined: as it was found. */
  encoding: Encoding | undefined;
  onExisting: "update" | "skip";
  tags: string;
  country: string;
  attests: boolean;
  consentChannels: Channel[];
  consentSource: string;
};

export function newDraft(file: File, preview: FilePreview, encoding?: Encoding): ImportDraft {
  const proposed = proposeTargets({ headings: preview.headings, rows: preview.sample }, "attributes");
  return { ...blank, file, preview, encoding, targets: [...proposed], proposed };
}

const blank = {
  types: {},
  phoneOnWhatsapp: false,
  onExisting: "update",
  tags: "",
  country: "TR",
  attests: false,
  consentChannels: ["email", "sms"],
  consentSource: "",
} satisfies Partial<ImportDraft>;

/** What the cells of a column are: as chosen, or as the sample says. */
export function typeOf({ preview, types }: ImportDraft, at: number): GuessedType {
  const chosen = types[at];
  if (chosen) return { type: chosen, isAmbiguous: false };
  const { headings, sample, delimiter } = preview;
  return guessColumnType({ heading: headings[at] ?? "", rows: sample, at, delimiter });
}

export type MappingProblem = { kind: "nobody" } | { kind: "repeated"; target: ImportTarget };

/** What keeps the columns from being imported as they are mapped. */
export function findMappingProblem(targets: readonly ImportTarget[]): MappingProblem | undefined {
  const repeated = findRepeatedTarget(targets);
  if (repeated) return { kind: "repeated", target: repeated };
  return identifies(targets) ? undefined : { kind: "nobody" };
}

/** Columns are known by their heading: of two with the same, the first is used. */
export const isUsed = (headings: readonly string[], at: number): boolean =>
  headings.indexOf(headings[at] ?? "") === at;

/** Of the columns that say who agreed to marketing. */
export const consentHeadings = ({ preview, targets }: ImportDraft): string[] =>
  preview.headings.filter(
    (_, at) =>
      isUsed(preview.headings, at) &&
      consentsOf(targets[at] ?? "ignore")?.some(({ category }) => category === "marketing"),
  );

export function toQuery(draft: ImportDraft): QueryOf<typeof importContactsContract> {
  const { preview, targets, attests } = draft;
  // Text is what a column is that nobody said anything of.
  const isTyped = (at: number) =>
    isUsed(preview.headings, at) &&
    targets[at]?.startsWith("attributes.") &&
    (draft.types[at] || typeOf(draft, at).type !== "text");
  const tags = splitTags(draft.tags);
  return {
    dryRun: true,
    fileName: draft.file.name,
    delimiter: preview.delimiter,
    mapping: Object.fromEntries(
      preview.headings.flatMap((heading, at) =>
        isUsed(preview.headings, at) ? [[heading, targets[at] ?? "ignore"]] : [],
      ),
    ),
    attributeTypes: Object.fromEntries(
      preview.headings.flatMap((heading, at) => (isTyped(at) ? [[heading, typeOf(draft, at).type]] : [])),
    ),
    ...(draft.encoding ? { encoding: draft.encoding } : {}),
    onExisting: draft.onExisting,
    phoneOnWhatsapp: draft.phoneOnWhatsapp,
    country: draft.country,
    ...(tags.length > 0 ? { tags } : {}),
    ...(attests
      ? {
          consent: { channels: draft.consentChannels, status: "granted", source: draft.consentSource.trim() },
        }
      : {}),
  };
}
