import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { GET, POST } from "./route";

const at = "http://localhost:3000/api/auth/signin/google";
const segment = { params: Promise.resolve({ nextauth: ["signin", "google"] }) };

const post = (body: string, type = "application/json") =>
  POST(new NextRequest(at, { method: "POST", body, headers: { "content-type": type } }), segment);

const get = (query: string, cookie = "") =>
  GET(new NextRequest(`${at}${query}`, { headers: { cookie } }), segment);

describe("what next-auth would answer with a 500", () => {
  it.each([
    "nope",
    "null",
    "[]",
    '"x"',
    '{"callbackUrl":5}',
    '{"callbackUrl":{}}',
    '{"csrfToken":[1]}',
    '{"json":null}',
  ])("the body %s is refused", async (body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("a body larger than a form of sign-in is refused", async () => {
    expect((await post("a".repeat(70_000), "application/x-www-form-urlencoded")).status).toBe(413);
  });

  it.each(["http://[", "%00", "aaa", "javascript:alert(1)"])("the way back %s is refused", async (url) => {
    expect((await get(`?callbackUrl=${url}`)).status).toBe(400);
  });

  it("a cookie that leads nowhere is refused and taken away", async () => {
    const answer = await get("", "next-auth.callback-url=http%3A%2F%2F%5B");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("set-cookie")).toMatch(/^next-auth\.callback-url=;.*Max-Age=0/);
  });
});
