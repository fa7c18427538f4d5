import type { Channel } from "@/lib/domain/channels/channel";
import type { Encoding } from "@/lib/platform/csv/csv-dialect";
import type { MalformedCsv } from "@/lib/platform/csv/csv-rows";
import type { ConsentStatus } from "../contact";
import type { AttributeType } from "./attribute-type";
import type { IgnoredColumn } from "./columns/propose-targets";
import type { ColumnType, RowProblem } from "./fill-field";
import type { ImportTarget } from "./import-target";

/** Who says that these people agreed (or did not), where and when. Opt-outs we already know of win. */
export type ConsentAttestation = { channels: Channel[]; status: ConsentStatus; source: string };

export type ImportChoices = {
  mapping?: Record<string, ImportTarget> | undefined;
  /** Of columns that fill an attribute, by heading. */
  attributeTypes?: Record<string, AttributeType> | undefined;
  delimiter?: string | undefined;
  encoding?: Encoding | undefined;
  dryRun?: boolean | undefined;
  onExisting?: "update" | "skip" | undefined;
  unknownColumns?: "ignore" | "attributes" | undefined;
  /** Of phone numbers written without a country code. */
  country?: string | undefined;
  phoneOnWhatsapp?: boolean | undefined;
  tags?: string[] | undefined;
  consent?: ConsentAttestation | undefined;
};

/** What an import job keeps: every choice made, nothing left to guess. */
export type ImportParams = {
  /** Name of the spooled file. */
  file: string;
  fileName: string;
  fileBytes: number;
  encoding: Encoding;
  delimiter: string;
  headings: string[];
  targets: ImportTarget[];
  /** Whether the caller said what each column fills. */
  isMapped: boolean;
  types: Record<string, ColumnType>;
  dryRun: boolean;
  onExisting: "update" | "skip";
  country: string | null;
  phoneOnWhatsapp: boolean;
  /** The workspace's. */
  timeZone: string;
  tags: string[];
  consent: ConsentAttestation | null;
  /** Line at which a check has told that the file stops being CSV; what comes before is meant. */
  breaksAt: number | null;
};

export type ImportCounts = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  duplicates: number;
  invalid: number;
  /** Addresses that another person had. */
  moved: number;
};

/** A row about somebody whom an earlier row was about. */
export type ImportRepeat = {
  line: number;
  /** Line of the earlier row; null when it lies so far back that it is no longer known. */
  of: number | null;
  /** By what both name the person. */
  by: "external_id" | "address";
  /** Whether its values were applied over the earlier ones, or left out. */
  applied: boolean;
};

/** An address that a row gives to somebody while another person has it. */
export type AddressMove = {
  line: number;
  channel: Channel;
  address: string;
  /** The earlier row that gave it to whoever loses it; null when it lies far back, or a contact from before has it. */
  of: number | null;
  /** The contact from before the import who loses it. */
  contact: string | null;
};

/** With `name`: how the contact is called who loses the address; null where none does, or it is gone. */
export type DescribedMove = AddressMove & { name: string | null };

export type ImportOutcome = ImportCounts & {
  /** The first of `duplicates`. */
  repeats: ImportRepeat[];
  /** The first of `moved`. */
  moves: AddressMove[];
  /** What `invalid` rows were refused for, most frequent first; a row counts under each of its reasons. */
  refusals: Refusal[];
  /** The columns that are not used. */
  ignoredColumns: IgnoredColumn[];
  /** What columns of consents are taken for. */
  consentColumns: ConsentColumnUse[];
  /** Where the file stops being CSV; nothing from there on was read. */
  flaw?: FileFlaw | undefined;
  /** The job that undoes the import. */
  undo?: string | undefined;
};

export type ConsentColumnUse = { column: string; fills: ImportTarget };

/** The column is named by its heading; empty when the whole row is at fault. */
export type Refusal = { reason: RowProblem["reason"]; column: string; count: number };

export type FileFlaw = { line: number; problem: MalformedCsv["reason"] };

/** Of each kind of thing that an outcome lists. */
export const namedMax = 100;

export const noCounts: ImportCounts = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  duplicates: 0,
  invalid: 0,
  moved: 0,
};
