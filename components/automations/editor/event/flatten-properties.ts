type Scalar = string | number | boolean;

export type FlatProperty = { property: string; value: Scalar };

const shownMax = 20;

/** Each value with the path that leads to it, through every item of a list; the first of each path. */
export function flattenProperties(properties: Record<string, unknown>): FlatProperty[] {
  const found = new Map<string, Scalar>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, path);
    else if (typeof value === "object" && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, path ? `${path}.${name}` : name);
    else if (isScalar(value) && path && !found.has(path)) found.set(path, value);
  };
  walk(properties, "");
  return [...found].slice(0, shownMax).map(([property, value]) => ({ property, value }));
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
