import type { Channel } from "@/lib/domain/channels/channel";
import type { Encoding } from "@/lib/platform/csv/csv-dialect";
import type { ConsentStatus } from "../contact";
import type { ImportTarget } from "./import-target";

/** Who says that these people agreed (or did not), where and when. Opt-outs we already know of win. */
export type ConsentAttestation = { channels: Channel[]; status: ConsentStatus; source: string };

export type ImportChoices = {
  mapping?: Record<string, ImportTarget> | undefined;
  delimiter?: string | undefined;
  encoding?: Encoding | undefined;
  dryRun?: boolean | undefined;
  onExisting?: "update" | "skip" | undefined;
  unknownColumns?: "ignore" | "attributes" | undefined;
  /** Of phone numbers written without a country code. */
  country?: string | undefined;
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
  dryRun: boolean;
  onExisting: "update" | "skip";
  country: string | null;
  tags: string[];
  consent: ConsentAttestation | null;
};

export type ImportCounts = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  duplicates: number;
  invalid: number;
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

export type ImportOutcome = ImportCounts & {
  /** The first of `duplicates`. */
  repeats: ImportRepeat[];
};

export const repeatsNamedMax = 100;

export const noCounts: ImportCounts = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  duplicates: 0,
  invalid: 0,
};
