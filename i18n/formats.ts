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
    // Steps of an axis are told apart: 1.95K is no 2K.
    tick: { notation: "compact", maximumFractionDigits: 2 },
    percent: { style: "percent", maximumFractionDigits: 1 },
  },
} satisfies Formats;
