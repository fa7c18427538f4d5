import type { Channel } from "@/lib/domain/channels/channel";
import { type ImportTarget, identifies, mapHeadings } from "@/lib/domain/contacts/imports/import-target";
import { splitTags } from "../split-tags";
import type { FilePreview } from "./read-preview";
import type { ImportQuery } from "./upload-import";

/** Everything chosen so far. It stays while one goes back and forth between the steps. */
export type ImportDraft = {
  file: File;
  preview: FilePreview;
  targets: ImportTarget[];
  onExisting: "update" | "skip";
  tags: string;
  country: string;
  attests: boolean;
  consentChannels: Channel[];
  consentSource: string;
};

export const newDraft = (file: File, preview: FilePreview): ImportDraft => ({
  file,
  preview,
  targets: mapHeadings(preview.headings, "attributes"),
  onExisting: "update",
  tags: "",
  country: "TR",
  attests: false,
  consentChannels: ["email", "sms"],
  consentSource: "",
});

export type MappingProblem = { kind: "nobody" } | { kind: "repeated"; target: ImportTarget };

/** What keeps the columns from being imported as they are mapped. */
export function findMappingProblem(targets: readonly ImportTarget[]): MappingProblem | undefined {
  const repeated = targets.find((target, at) => target !== "ignore" && targets.indexOf(target) !== at);
  if (repeated) return { kind: "repeated", target: repeated };
  return identifies(targets) ? undefined : { kind: "nobody" };
}

export function toQuery(draft: ImportDraft): ImportQuery {
  const { preview, targets, attests } = draft;
  const tags = splitTags(draft.tags);
  return {
    dryRun: true,
    fileName: draft.file.name,
    delimiter: preview.delimiter,
    mapping: Object.fromEntries(preview.headings.map((heading, at) => [heading, targets[at] ?? "ignore"])),
    onExisting: draft.onExisting,
    country: draft.country,
    ...(tags.length > 0 ? { tags } : {}),
    ...(attests
      ? {
          consent: { channels: draft.consentChannels, status: "granted", source: draft.consentSource.trim() },
        }
      : {}),
  };
}
