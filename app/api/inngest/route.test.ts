import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { GET, POST, PUT } from "./route";

describe("/api/inngest with the embedded engine", () => {
  const url = "http://pushpilot.test/api/inngest?fnId=pushpilot-any&stepId=step";
  const body = JSON.stringify({ event: {}, events: [], steps: {}, ctx: { run_id: "r", attempt: 0 } });
  const headers = { host: "pushpilot.test", "content-type": "application/json" };

  it.each([
    ["GET", GET, undefined, {}],
    ["POST", POST, body, {}],
    ["PUT", PUT, body, {}],
    ["PUT", PUT, JSON.stringify({ url }), { "x-inngest-sync-kind": "in_band" }],
    ["POST", POST, "nope", {}],
    ["PUT", PUT, "nope", {}],
    ["POST", POST, body, { "x-inngest-signature": `t=${Math.floor(Date.now() / 1000)}&s=${"0".repeat(64)}` }],
  ] as const)("%s answers strangers 401 and does not say what it is", async (method, call, sent, extra) => {
    const request = new NextRequest(url, {
      method,
      headers: { ...headers, ...extra },
      ...(sent ? { body: sent } : {}),
    });
    const response = await call(request, undefined);
    expect(response.status).toBe(401);
    expect(response.headers.get("x-inngest-sdk")).toBeNull();
  });

  it("does not read what strangers send", async () => {
    const endless = new ReadableStream({
      pull: () => Promise.reject(new Error("somebody reads")),
    });
    const init = { method: "POST", headers, body: endless, duplex: "half" } as const;
    expect((await POST(new NextRequest(url, init), undefined)).status).toBe(401);
  });
});
