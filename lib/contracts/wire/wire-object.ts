import { z } from "zod";

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Uppercase<Head>
    ? Head extends Lowercase<Head>
      ? `${Head}${Snake<Tail>}`
      : `_${Lowercase<Head>}${Snake<Tail>}`
    : `${Head}${Snake<Tail>}`
  : S;

type Shape = Record<string, z.ZodType>;

type Wire<S extends Shape> = z.ZodObject<{ [K in keyof S & string as Snake<K>]: S[K] }, z.core.$strict>;

type Inside<S extends Shape> = z.output<z.ZodObject<S, z.core.$strip>>;

export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * An object that is snake_case on the wire and camelCase inside. Unknown keys are refused on the way in and
 * left out on the way out. Only declared keys are renamed: free-form maps keep theirs.
 */
export function wireObject<S extends Shape>(shape: S) {
  const names = Object.keys(shape).map((name) => [name, snakeCase(name)] as const);
  const wire = z.strictObject(
    Object.fromEntries(names.map(([name, key]) => [key, shape[name] as z.ZodType])),
  );
  return z.codec(wire as unknown as Wire<S>, z.custom<Inside<S>>(), {
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
