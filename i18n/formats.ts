import type { Formats } from "next-intl";

export const formats = {
  dateTime: {
    date: { day: "numeric", month: "short", year: "numeric" },
    dateTime: { day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit" },
    exact: {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "short",
    },
    full: { dateStyle: "full", timeStyle: "short" },
    day: { day: "numeric", month: "short" },
    time: { hour: "numeric", minute: "2-digit" },
  },
  number: {
    integer: { maximumFractionDigits: 0 },
    compact: { notation: "compact", maximumFractionDigits: 1 },
    percent: { style: "percent", maximumFractionDigits: 1 },
  },
} satisfies Formats;
