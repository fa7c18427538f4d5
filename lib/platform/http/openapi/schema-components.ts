import { z } from "zod";

export type JsonSchema = Record<string, unknown>;

type Direction = "request" | "response";

/** Turns zod schemas into JSON Schema and gathers the named ones (`.meta({ id })`) as components. */
export class SchemaComponents {
  private readonly components = new Map<string, { schema: JsonSchema; direction: Direction }>();

  /** The wire form: what travels, whichever way. */
  toJsonSchema(schema: z.ZodType, direction: Direction): JsonSchema {
    const { $schema, $defs, ...json } = z.toJSONSchema(schema, {
      io: "input",
      target: "draft-2020-12",
      unrepresentable: "any",
      override: ({ jsonSchema }) => tidy(jsonSchema, direction),
    });
    for (const [id, component] of Object.entries($defs ?? {})) this.keep(id, component, direction);
    return withComponentRefs(json) as JsonSchema;
  }

  list(): Record<string, JsonSchema> {
    const sorted = [...this.components].sort(([a], [b]) => a.localeCompare(b, "en"));
    return Object.fromEntries(sorted.map(([id, { schema }]) => [id, schema]));
  }

  /** What is sent to us is strict, so the request's form of a component wins. */
  private keep(id: string, component: unknown, direction: Direction): void {
    if (this.components.get(id)?.direction === "request") return;
    this.components.set(id, { schema: withComponentRefs(component) as JsonSchema, direction });
  }
}

function tidy(schema: JsonSchema, direction: Direction): void {
  // Answers may grow fields, and a generated client must not trip over them.
  if (direction === "response" && schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.format === "date-time" || schema.format === "date") delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if ("example" in schema) {
    schema.examples = [schema.example];
    delete schema.example;
  }
}

function withComponentRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withComponentRefs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string"
        ? [key, inner.replace("#/$defs/", "#/components/schemas/")]
        : [key, withComponentRefs(inner)],
    ),
  );
}
