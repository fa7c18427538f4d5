import { z } from "zod";
import { storableText } from "../storable-text";

/** One operation the SDK reports; unknown fields (timing, raw arguments, a step's input) are dropped. */
const op = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z
    .object({
      parallelMode: z.string().optional(),
      timeout: z.string().optional(),
      if: z.string().optional(),
      function_id: z.string().optional(),
      payload: z
        .object({ data: z.record(z.string(), z.unknown()).optional(), v: z.string().optional() })
        .optional(),
    })
    .nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Op = z.infer<typeof op>;

export const ops = z.union([z.array(op), op.transform((one) => [one])]);

export function nameOf(one: Op): string {
  return storableText(one.displayName ?? one.name ?? one.id);
}
