import { z } from "zod";

const earliest = new Date("1900-01-01T00:00:00Z");
const latest = new Date("2200-01-01T00:00:00Z");

/** A day of a life or a plan, without a time. */
export const wireDay = z.iso
  .date()
  .refine((day) => day >= "1800-01-01" && day < "2200-01-01", "A day between 1800 and 2200");

/** A Date inside, ISO 8601 with an offset outside (UTC when we write it). */
export const wireInstant = z.codec(z.iso.datetime({ offset: true }), z.date().min(earliest).max(latest), {
  decode: (value) => new Date(value),
  encode: (value) => value.toISOString(),
});
