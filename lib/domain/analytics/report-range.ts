export const reportRanges = ["today", "7d", "30d", "90d"] as const;

export type ReportRange = (typeof reportRanges)[number];

export const reportRangeDefault: ReportRange = "7d";
