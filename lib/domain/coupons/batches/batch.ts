export const batchSources = ["generated", "imported", "sandbox"] as const;

export type BatchSource = (typeof batchSources)[number];

export const batchStatuses = ["pending", "generating", "paused", "completed", "failed", "cancelled"] as const;

export type BatchStatus = (typeof batchStatuses)[number];

export const codesPerBatchMax = 5_000_000;

export const honeytokensMax = 1_000;

export const batchNameCharsMax = 120;

export const batchCodeOf = (localDay: string, number: number): string =>
  `BATCH-${localDay.replaceAll("-", "")}-${String(number).padStart(3, "0")}`;

/** How a batch ended, counted from its rows. */
export type BatchReceipt = {
  requested: number;
  generated: number;
  /** Different codes among them. */
  distinct: number;
  /** Codes that somebody else had already, replaced by others. */
  replaced: number;
  /** Rows of a file that were there already when they were to be written. */
  refused: number;
  /** Time spent writing, pauses left out. */
  millis: number;
};

/** What a code is, as lists and files show it. */
export const codeStatuses = ["unused", "given", "used", "disabled"] as const;

export type CodeStatus = (typeof codeStatuses)[number];

export const codeFileFormats = ["csv", "txt", "json", "qr"] as const;

export type CodeFileFormat = (typeof codeFileFormats)[number];

/** What a browser still prints in one go: Chromium took 7 s and 0.7 GB for it on a busy machine, 24 s and 1.5 GB for twice as many. */
export const qrSheetCodesMax = 5_000;
