import { describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/domain/content/content";
import { leavesHole, mentionsCoupon } from "./coupon-in-content";

const saying = (body: string) => ({ ...emptyContent, body });

describe("a message and its coupon", () => {
  it("is found in every text that is rendered, and not taken for another variable", () => {
    for (const content of [
      saying("{{ coupon.code }}"),
      saying("{% if coupon.code %}x{% endif %}"),
      { ...emptyContent, html: "<b>{{ coupon.offer | upcase }}</b>" },
      { ...emptyContent, deepLink: "{{ coupon.url }}" },
      { ...emptyContent, actions: [{ id: "a", title: "Use", url: "{{ coupon.url }}" }] },
      { ...emptyContent, data: { code: "{{ coupon.code }}" } },
    ])
      expect(mentionsCoupon(content), JSON.stringify(content)).toBe(true);
    for (const text of ["coupon.code", "{{ attributes.coupon.code }}", "{{ coupon }}", "{{ event.code }}"])
      expect(mentionsCoupon(saying(text)), text).toBe(false);
  });

  it.each([
    ["Code {{ coupon.code }}", true],
    ["{% if coupon.code %}Code {{ coupon.code }}{% endif %}", false],
    [
      "{% if coupon.code %}{% if first_name %}{{ first_name }}{% endif %} {{ coupon.code }}{% endif %}",
      false,
    ],
    ["{% if coupon.code %}a{% else %}{{ coupon.code }}{% endif %}", true],
    ["{% if first_name %}{{ coupon.code }}{% endif %}", true],
    ["{%- if coupon.code -%}{{ coupon.code }}{%- endif -%} until {{ coupon.expires_at }}", true],
    ['{{ coupon.code | default: "no code" }}', false],
    ["Nothing", false],
  ])("%s leaves a hole for the holdout: %s", (text, expected) => {
    expect(leavesHole(saying(text))).toBe(expected);
  });
});
