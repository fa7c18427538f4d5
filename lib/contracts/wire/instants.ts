import { z } from "zod";

const earliest = Date.parse("1900-01-01T00:00:00Z");
const latest = Date.parse("2200-01-01T00:00:00Z");

/** A day of a life or a plan, without a time. */
export const wireDay = z.iso
  .date()
  .refine((day) => day >= "1800-01-01" && day < "2200-01-01", "A day between 1800 and 2200");

const message = "A time between 1900 and 2200";

/** A time that stays the text it was given as. */
export const wireMoment = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => Date.parse(text) >= earliest && Date.parse(text) < latest, message);

/** A Date inside, ISO 8601 with an offset outside (UTC when we write it). */
export const wireInstant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (value, { issues }) => {
    const input = new Date(value);
    const time = input.getTime();
    const origin = "date";
    // Here and not as checks of the date, which cost as much as reading it.
    if (time < earliest) issues.push({ code: "too_small", origin, minimum: earliest, input, message });
    if (time > latest) issues.push({ code: "too_big", origin, maximum: latest, input, message });
    return input;
  },
  encode: (value) => value.toISOString(),
});
