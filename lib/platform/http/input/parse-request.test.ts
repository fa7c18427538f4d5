import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineContract } from "../contract";
import { toProblem } from "../problem";
import { parseBody } from "./parse-request";

const contract = defineContract({
  method: "POST",
  path: "/api/v1/things",
  tag: "t",
  summary: "s",
  access: "public",
  status: 200,
  body: z.strictObject({ name: z.string() }),
});

async function refuse(body: string | Uint8Array<ArrayBuffer>, language = "en") {
  const headers = { "accept-language": language };
  const request = new Request("http://localhost/api/v1/things", { method: "POST", body, headers });
  const error = await parseBody(contract, request).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const response = toProblem(error, "req_1", language);
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

describe("a body that cannot be read", () => {
  it.each([
    ["no JSON at all", "nope", /not valid JSON/],
    ["an object cut short", '{"name": "x"', /position 12/],
    ["two objects", '{"name":"x"}{"name":"y"}', /line 1 column 13/],
  ])("%s is refused like any other wrong field, with the place and the remedy", async (_, body, where) => {
    expect(await refuse(body)).toMatchObject({
      status: 400,
      reason: "malformed_json",
      detail: expect.stringContaining("Send one JSON object"),
      errors: [{ pointer: "", code: "malformed_json", detail: expect.stringMatching(where) }],
    });
  });

  it("is refused in Turkish too", async () => {
    expect(await refuse("nope", "tr")).toMatchObject({ detail: expect.stringContaining("JSON nesnesi") });
  });

  it("is refused for bytes that are no UTF-8 instead of taking question marks for letters", async () => {
    const windows1254 = Uint8Array.from(Buffer.from('{"name":"\xde\xfe"}', "latin1"));
    expect(await refuse(windows1254)).toMatchObject({
      status: 400,
      reason: "not_utf8",
      errors: [{ pointer: "", code: "not_utf8" }],
    });
  });
});
