import { describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/channels/channel";
import { compileContent } from "@/lib/domain/content/compile-content";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { contentRules } from "@/lib/domain/content/content-rules";
import { newId } from "@/lib/platform/ids";
import { buildMessage } from "./build-message";

const content: Content = {
  ...emptyContent,
  title: "said-title",
  subtitle: "said-subtitle",
  body: "said-body",
  html: "<p>said-html</p>",
  imageUrl: "https://example.com/said-imageUrl",
  iconUrl: "https://example.com/said-iconUrl",
  badgeUrl: "https://example.com/said-badgeUrl",
  deepLink: "https://example.com/said-deepLink",
  actions: [{ id: "open", title: "said-actions", url: "https://example.com/button" }],
  requireInteraction: true,
  data: { key: "said-data" },
};

const messageOn = (channel: (typeof channels)[number], words: Partial<Content> = {}) => {
  const rendered = compileContent({ ...content, ...words }, channel).render({});
  const envelope = { runId: newId(), collapseKey: "k", channel, ttlSeconds: 60, priority: "high" } as const;
  const person = { contactId: newId(), personId: newId(), firstName: "Ada", lastName: null };
  const endpoint = { id: newId(), address: "address", keys: { p256dh: "p", auth: "a" } };
  return buildMessage(envelope, person, endpoint, rendered, { unsubscribeUrl: undefined });
};

describe("a message", () => {
  it.each(channels)("on %s carries everything that the editor offers for it", (channel) => {
    const { fields } = contentRules[channel];
    // An e-mail's text part says what its page says.
    const messages = [messageOn(channel), messageOn(channel, { html: "" })].map((one) => JSON.stringify(one));
    const lost = fields.filter((field) => {
      const sign = field === "requireInteraction" ? '"requireInteraction":true' : `said-${field}`;
      return !messages.some((message) => message.includes(sign));
    });
    expect(lost).toEqual([]);
  });

  it("on Telegram has a button for each action that leads somewhere", () => {
    const url = "https://example.com/cart";
    const actions = [
      { id: "a", title: "Cart", url },
      { id: "b", title: "Nowhere" },
      { id: "c", title: "Unsafe", url: "javascript:alert(1)" },
    ];
    expect(messageOn("telegram", { actions })).toMatchObject({ buttons: [{ title: "Cart", url }] });
    expect(messageOn("telegram", { actions: [] })).not.toHaveProperty("buttons");
  });
});
