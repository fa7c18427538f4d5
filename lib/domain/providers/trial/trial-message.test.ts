import { describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/channels/channel";
import { trialMessageOf } from "./trial-message";

const target = { address: "someone", keys: { p256dh: "p", auth: "a" } };
const typed = { title: "{{ 7 | plus: 1 }} <b>Ada's</b>", body: "1 < 2 & {% if %}" };

describe("a test message", () => {
  it.each([
    ["app_push", { token: "someone", ...typed }],
    ["web_push", { subscription: { endpoint: "someone", p256dh: "p", auth: "a" }, ...typed }],
    ["email", { to: { address: "someone" }, subject: typed.title, text: typed.body }],
    ["sms", { to: "someone", text: `${typed.title}\n${typed.body}` }],
    ["whatsapp", { to: "someone", content: { kind: "text", text: `*${typed.title}*\n\n${typed.body}` } }],
    [
      "telegram",
      {
        chatId: "someone",
        html: "<b>{{ 7 | plus: 1 }} &lt;b&gt;Ada&#39;s&lt;/b&gt;</b>\n\n1 &lt; 2 &amp; {% if %}",
      },
    ],
    ["in_app", { contactId: "someone", ...typed }],
  ] as const)("on %s is laid out as every message is, and says what was typed", (channel, expected) => {
    expect(trialMessageOf(channel, target, typed)).toMatchObject({ channel, ...expected });
  });

  it("never takes the place of another on the device", () => {
    for (const channel of channels) {
      const [first, second] = [
        trialMessageOf(channel, target, typed),
        trialMessageOf(channel, target, typed),
      ];
      expect(first.collapseKey).not.toBe(second.collapseKey);
      expect(first.idempotencyKey).not.toBe(second.idempotencyKey);
    }
  });
});
