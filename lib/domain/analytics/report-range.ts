export const reportRanges = ["today", "7d", "30d", "90d"] as const;

export type ReportRange = (typeof reportRanges)[number];

export const daysOfRange: Record<ReportRange, number> = { today: 1, "7d": 7, "30d": 30, "90d": 90 };

export const reportRangeDefault: ReportRange = "7d";
