import { z } from "zod";
import { type SnakeCase, snakeCase } from "@/lib/platform/snake-case";

type Shape = Record<string, z.ZodType>;

type Wire<S extends Shape> = z.ZodObject<{ [K in keyof S & string as SnakeCase<K>]: S[K] }, z.core.$strict>;

type Inside<S extends Shape> = z.output<z.ZodObject<S, z.core.$strip>>;

/**
 * An object that is snake_case on the wire and camelCase inside. Unknown keys are refused on the way in and
 * left out on the way out. Only declared keys are renamed: free-form maps keep theirs.
 */
export function wireObject<S extends Shape>(shape: S) {
  const names = Object.keys(shape).map((name) => [name, snakeCase(name)] as const);
  const wire = z.strictObject(
    Object.fromEntries(names.map(([name, key]) => [key, shape[name] as z.ZodType])),
  );
  // Made of what was checked, so it is not checked again.
  const inside: z.ZodType<Inside<S>> = z.any();
  return z.codec(wire as unknown as Wire<S>, inside, {
    decode: (value) => rename(value, names, true) as Inside<S>,
    encode: (value) => rename(value, names, false) as never,
  });
}

function rename(source: unknown, names: (readonly [string, string])[], inwards: boolean) {
  const result: Record<string, unknown> = {};
  for (const [name, key] of names) {
    const value = (source as Record<string, unknown>)[inwards ? key : name];
    if (value !== undefined) result[inwards ? name : key] = value;
  }
  return result;
}
