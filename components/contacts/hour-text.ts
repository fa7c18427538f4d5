import type { useFormatter } from "next-intl";

/** "09:00" as the reader's language writes a time of day. */
export const hourText = (format: ReturnType<typeof useFormatter>, hour: number): string =>
  format.dateTime(new Date(Date.UTC(2026, 0, 1, hour)), "time", { timeZone: "UTC" });
