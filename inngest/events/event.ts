import { EventType } from "inngest";
import type { z } from "zod";

type Scalar = string | number | boolean | null | undefined;
type IdsOnly = z.ZodObject<Record<string, z.ZodType<Scalar, Scalar>>>;

/**
 * An event and the shape of its payload: ids and the odd scalar, since payloads are stored, replayed and shown.
 * `.create(data, { id, ts })` makes one; the id counts once, `ts` (ms) may lie in the future.
 */
export function defineEvent<Name extends string, Schema extends IdsOnly>(name: Name, schema: Schema) {
  return new EventType<Name, Schema>({ name, schema });
}
