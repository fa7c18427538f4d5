import { expect, test } from "vitest";
import type { WebPushMessage } from "@/lib/domain/providers/message-port";
import { plaintextBytesMax, toFittingPayload } from "./push-payload";

const message: WebPushMessage = {
  channel: "web_push",
  idempotencyKey: "run-1",
  collapseKey: "cart",
  ttlSeconds: 60,
  priority: "normal",
  subscription: { endpoint: "https://updates.push.services.mozilla.com/wpush/v2/x", p256dh: "", auth: "" },
  title: "Merhaba",
  body: "Sepet",
  imageUrl: "https://cdn.example.com/image.png",
  actions: [{ id: "open", title: "Sepete Git", url: "https://example.com/r/1" }],
};

function parse(json: string | undefined): Record<string, unknown> & { body: string } {
  expect(Buffer.byteLength(json ?? "")).toBeLessThanOrEqual(plaintextBytesMax);
  return JSON.parse(json ?? "null");
}

test("what fits goes out whole", () => {
  expect(parse(toFittingPayload(message))).toMatchObject({
    image: message.imageUrl,
    actions: [{ action: "open", title: "Sepete Git" }],
    tag: "cart",
    data: { pushpilot_id: "run-1", action_links: { open: "https://example.com/r/1" } },
  });
});

test("image and actions go before a letter of the body does", () => {
  const body = "ü".repeat(1850);
  const payload = parse(
    toFittingPayload({ ...message, body, imageUrl: `https://cdn.example.com/${"a".repeat(200)}` }),
  );
  expect(payload).not.toHaveProperty("image");
  expect(payload).not.toHaveProperty("actions");
  expect(payload.body).toBe(body);
});

test("the body is cut between graphemes, never inside one", () => {
  const family = "👨‍👩‍👧‍👦";
  const { body } = parse(toFittingPayload({ ...message, body: family.repeat(400) }));
  expect(body.endsWith("…")).toBe(true);
  expect(body.slice(0, -1).replaceAll(family, "")).toBe("");
  expect(body.length).toBeGreaterThan(family.length * 100);
});

test("characters that JSON escapes are counted as they are sent", () => {
  parse(toFittingPayload({ ...message, body: '"\\\n\u0001'.repeat(2000) }));
});

test("too much beside the body is refused, not cut", () => {
  expect(toFittingPayload({ ...message, data: { huge: "x".repeat(4000) } })).toBeUndefined();
});
