import { z } from "zod";
import { isTag, tagLengthMax } from "@/lib/domain/contacts/contact";

/** A truth in a query or a form field. */
export const wireBoolean = z.codec(z.enum(["true", "false"]), z.boolean(), {
  decode: (word) => word === "true",
  encode: (value) => (value ? "true" : "false"),
});

/** A comma-separated list of free words. */
export const wireFreeWords = z.codec(z.string().max(2_000), z.array(z.string().min(1).max(60)).max(50), {
  decode: (text) =>
    text
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean),
  encode: (words) => words.join(","),
});

const noControlCharacters = "No control characters";

export const wireTag = z.string().min(1).max(tagLengthMax).refine(isTag, noControlCharacters);

/** A comma-separated list of tags to give. */
export const wireTags = wireFreeWords.refine((tags) => tags.every(isTag), noControlCharacters);

/** JSON inside a query or a form field. */
export function wireJson<S extends z.ZodType>(schema: S) {
  return z.codec(z.string().max(64_000), schema, {
    decode: (text, context) => {
      try {
        return JSON.parse(text) as z.input<S>;
      } catch (error) {
        context.issues.push({
          code: "custom",
          message: `Not JSON: ${(error as Error).message}`,
          input: text,
        });
        return z.NEVER;
      }
    },
    encode: (value) => JSON.stringify(value),
  });
}
