export const batchSources = ["generated", "imported", "sandbox"] as const;

export type BatchSource = (typeof batchSources)[number];

export const batchStatuses = ["pending", "generating", "paused", "completed", "failed", "cancelled"] as const;

export type BatchStatus = (typeof batchStatuses)[number];

export const codesPerBatchMax = 5_000_000;
