import { describe, expect, it } from "vitest";
import { toPayload, toRunError } from "./payload";
import { hidden, namesSecret, redactText, redactValue } from "./redact";

const open = { hidesAddresses: false };
const narrow = { hidesAddresses: true };

describe("what opens something", () => {
  it.each([
    ...[
      "authorization",
      "Authorization",
      "access_token",
      "refreshToken",
      "key",
      "apiKey",
      "api_key",
      "privateKey",
    ],
    ...["password", "passwd", "clientSecret", "X-Signature", "credentials", "p256dh", "auth", "set-cookie"],
    ...["sealedEmail", "serviceAccountKey", "otp"],
  ])("is hidden under the name %s", (key) => {
    expect(namesSecret(key)).toBe(true);
    expect(redactValue({ a: [{ [key]: "x" }] }, open)).toEqual({ a: [{ [key]: hidden }] });
  });

  it.each([
    "author",
    "workspaceId",
    "campaignId",
    "chunkNo",
    "keyword",
    "monkey",
    "status",
    "total",
    "shipping",
  ])("is not what %s holds", (key) => expect(namesSecret(key)).toBe(false));

  it.each([
    ["Authorization: Bearer abc.def-ghi", "Authorization: Bearer [hidden]"],
    ["pp_live_0123456789abcdef is refused", "[hidden] is refused"],
    ["eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl", hidden],
    ["https://user:pass@example.com/a", "https://[hidden]@example.com/a"],
    ["GET /x?token=abcdef&page=2", "GET /x?token=[hidden]&page=2"],
    ['{"api_key":"abcdef","n":1}', '{"api_key":"[hidden]","n":1}'],
    ["-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----", hidden],
    ["The token is not valid any more.", "The token is not valid any more."],
  ])("is hidden inside a text: %s", (text, shown) => expect(redactText(text, open)).toBe(shown));
});

it("addresses are masked for who may not see people, and only for them", () => {
  const text = "ada@example.com, +905321112233";
  expect(redactText(text, open)).toBe(text);
  expect(redactText(text, narrow)).toBe("a•••@example.com, +90 ••• 33");
  const id = "0199aa5c-3f7e-7c1a-8a3d-5b9c2e4f6a10";
  expect(redactText(id, narrow)).toBe(id);
});

it("a payload is cut at a whole character", () => {
  const { text, isCut } = toPayload("😀".repeat(5_000), open);
  expect(isCut).toBe(true);
  expect(text.isWellFormed()).toBe(true);
});

it("an error keeps its frames, without the folders of the server", () => {
  const stack =
    "Error: no\n    at load (/srv/app/.next/server/chunks/1.js:2:3)\n    at file:///srv/app/worker.ts:9:1";
  expect(toRunError({ name: "Error", message: "no", stack }, open)).toEqual({
    name: "Error",
    message: "no",
    stack: "at load (1.js:2:3)\nat worker.ts:9:1",
  });
  expect(toRunError("thrown text", open)).toMatchObject({ name: "Error", message: '"thrown text"' });
});
