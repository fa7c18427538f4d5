import fc from "fast-check";
import { expect, test } from "vitest";
import type { AppPushMessage } from "@/lib/domain/providers/message-port";
import { toFcmBody } from "./message-body";
import { FcmMessageWriter } from "./message-writer";

const text = fc.string({ unit: "grapheme" });
const url = fc.constantFrom("https://example.com/a", "https://example.com/b", "shop://cart");
const actions = fc
  .constantFrom([], [{ id: "open", title: 'Sepete "git"' }], [{ id: "open", title: "Open" }])
  .map((list) => list.map((action) => ({ ...action })));
const data = fc
  .constantFrom<Record<string, string>>(
    {},
    { a: "1", b: "2" },
    { b: "2", a: "1" },
    { quote: '"', token: "t" },
  )
  .map((values) => ({ ...values }));
const shared = fc.record(
  {
    subtitle: text,
    imageUrl: url,
    iconUrl: url,
    badgeUrl: url,
    clickUrl: url,
    requireInteraction: fc.boolean(),
    actions,
    data,
    androidChannelId: text,
    color: text,
    sound: text,
    badgeCount: fc.nat(9),
    analyticsLabel: text,
  },
  { requiredKeys: [] },
);
const personal = fc.record({ token: text, title: text, body: text, idempotencyKey: text });
const envelope = fc.record({
  collapseKey: fc.constantFrom("ppa", "ppb"),
  ttlSeconds: fc.constantFrom(0, 60),
  priority: fc.constantFrom("normal" as const, "high" as const),
});
const campaign = fc.tuple(envelope, shared, fc.array(personal, { minLength: 1, maxLength: 4 }));

test("a body written from the last one's pattern is the body made from nothing, to the byte", () => {
  fc.assert(
    fc.property(fc.array(campaign), fc.array(fc.nat(3_000)), (campaigns, waits) => {
      const writer = new FcmMessageWriter();
      let now = 1_790_000_000_000;
      for (const [rest, content, people] of campaigns) {
        for (const person of people) {
          const message = { channel: "app_push", ...rest, ...content, ...person } as AppPushMessage;
          now += waits.shift() ?? 0;
          expect(writer.write(message, now).toString()).toBe(JSON.stringify(toFcmBody(message, now)));
        }
      }
    }),
  );
});
