import { z } from "zod";

/** A Date inside, ISO 8601 with an offset outside (UTC when we write it). */
export const wireInstant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (value) => new Date(value),
  encode: (value) => value.toISOString(),
});
