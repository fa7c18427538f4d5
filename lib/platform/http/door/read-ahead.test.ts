import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { readAhead } from "./read-ahead";

const url = "http://localhost/api/elsewhere";

async function ask(body: BodyInit | undefined, type = "application/json") {
  const init = {
    method: "POST",
    headers: { "content-type": type, "x-kept": "yes" },
    duplex: "half",
  } as const;
  const request = new NextRequest(url, body === undefined ? init : { ...init, body });
  const response = await readAhead(request, 1_000, async (read) =>
    Response.json({ text: await read.text(), kept: read.headers.get("x-kept") }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("what somebody else's handler is given to read", () => {
  it("is the whole body, once it is one", async () => {
    expect(await ask('{"a":1}')).toEqual({ status: 200, body: { text: '{"a":1}', kept: "yes" } });
    expect(await ask("a=1&b=2", "application/x-www-form-urlencoded")).toMatchObject({
      body: { text: "a=1&b=2" },
    });
    expect(await ask(undefined)).toMatchObject({ status: 200, body: { text: "" } });
  });

  it("is nothing where JSON was announced and something else came", async () => {
    expect(await ask("nope")).toMatchObject({
      status: 400,
      body: { reason: "malformed_json", errors: [{}] },
    });
  });

  it("is nothing over the limit, however much is behind it", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(500).fill(97));
      },
    });
    expect(await ask(endless)).toMatchObject({ status: 413, body: { bytes_max: 1_000 } });
    expect(pulled).toBeLessThan(10);
  });
});
