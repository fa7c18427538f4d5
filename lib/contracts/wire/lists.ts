import { z } from "zod";
import { wireObject } from "./wire-object";

const pageSizeMax = 100;

const wholeNumber = (min: number, max: number) =>
  z.codec(z.string().regex(/^\d{1,9}$/, "A whole number"), z.number().int().min(min).max(max), {
    decode: Number,
    encode: String,
  });

/**
 * Query of every list: `limit` with `after` (the canonical cursor), or `page` with `page_size`.
 * Spread it into the list's own query shape.
 */
export const listQueryShape = {
  limit: wholeNumber(1, pageSizeMax).optional(),
  after: z.string().max(200).optional(),
  page: wholeNumber(1, 100_000).optional(),
  pageSize: wholeNumber(1, pageSizeMax).optional(),
  q: z.string().trim().max(200).optional(),
  sort: z.string().max(60).optional(),
};

/** A comma-separated list of known words. */
export function wireWords<const W extends readonly [string, ...string[]]>(words: W) {
  const word = z.enum(words);
  return z.codec(z.string().max(400), z.array(word), {
    decode: (value) => value.split(",").map((part) => part.trim()) as z.output<typeof word>[],
    encode: (value) => value.join(","),
  });
}

/** A page of a list. `total` is there when it was counted. */
export function wireList<T extends z.ZodType>(item: T) {
  return wireObject({
    object: z.literal("list"),
    data: z.array(item),
    hasMore: z.boolean(),
    nextCursor: z.string().nullable(),
    total: z.number().int().nullable(),
  });
}
