import { z } from "zod";

/** What a caller of the API would get for this value: for pages that hand it to the browser, nothing more leaves. */
export function asSeen<S extends z.ZodType>(schema: S, value: z.output<S>): z.output<S> {
  return z.decode(schema, z.encode(schema, value));
}
