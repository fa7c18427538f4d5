import { describe, expect, it, vi } from "vitest";
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

async function refuse(body: BodyInit, language = "en") {
  const headers = { "accept-language": language };
  const init = { method: "POST", body, headers, duplex: "half" };
  const request = new Request("http://localhost/api/v1/things", init as RequestInit);
  const error = await parseBody(contract, request).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const response = toProblem(error, "req_1", language);
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

describe("a body that cannot be read", () => {
  it("because its sender left is no error of ours, and not logged as one", async () => {
    const written = vi.spyOn(process.stderr, "write");
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from('{"name"')),
      pull: (controller) => controller.error(new Error("aborted")),
    });
    expect(await refuse(broken)).toMatchObject({ status: 400, reason: "upload_incomplete" });
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it("for text deep inside is told where in a line, not in a copy of itself", async () => {
    const deep = `${'{"name":'.repeat(5_000)}"\\ud800"${"}".repeat(5_000)}`;
    const refused = await refuse(deep);
    expect(refused).toMatchObject({ status: 400, errors: [{ code: "invalid_text" }] });
    expect(JSON.stringify(refused).length).toBeLessThan(1_500);
  });

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
