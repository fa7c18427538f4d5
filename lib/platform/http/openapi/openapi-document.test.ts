import { describe, expect, it } from "vitest";
import { contracts } from "@/lib/contracts/registry";
import { buildOpenApi } from "./openapi-document";

type Json = { [key: string]: Json };

describe("the OpenAPI document", () => {
  const document = buildOpenApi(contracts) as unknown as Json;
  const text = JSON.stringify(document);

  it("has an operation for every contract", () => {
    for (const { method, path, name } of contracts) {
      expect(document.paths?.[path]?.[method.toLowerCase()]?.operationId, `${method} ${path}`).toBe(name);
    }
  });

  it("refers only to what it defines", () => {
    const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? ""));
    expect(references.size).toBeGreaterThan(10);
    for (const reference of references) {
      const target = reference.split("/").reduce<Json | undefined>((json, key) => json?.[key], document);
      expect(target, reference).toBeDefined();
    }
    expect(text).not.toContain("$defs");
  });

  it("says which permission an operation needs and how to sign in", () => {
    const list = document.paths?.["/api/v1/contacts"]?.get;
    expect(list?.["x-permission"]).toBe("contacts.read");
    expect(list?.security).toEqual([{ apiKey: [] }, { accessToken: [] }, { session: [] }]);
    const login = document.paths?.["/api/v1/auth/login"]?.post;
    expect(login?.security).toEqual([]);
  });

  it("offers Idempotency-Key where a repeat is safe", () => {
    const parameters = document.paths?.["/api/v1/contacts"]?.post?.parameters;
    expect(parameters).toContainEqual({ $ref: "#/components/parameters/IdempotencyKey" });
  });

  it("is strict about what comes in and lets answers grow", () => {
    const schemas = document.components?.schemas;
    expect(schemas?.ContactUpsert?.additionalProperties).toBe(false);
    expect(schemas?.Contact).not.toHaveProperty("additionalProperties");
  });

  it("names the field's wire type, never how the code holds it", () => {
    const contact = document.components?.schemas?.Contact?.properties;
    expect(contact?.created_at).toMatchObject({ type: "string", format: "date-time" });
    expect(contact).toHaveProperty("first_name");
  });
});
