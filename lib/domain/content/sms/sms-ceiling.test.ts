import { describe, expect, it } from "vitest";
import { smsCeiling } from "./sms-ceiling";
import { smsSegments } from "./sms-segments";

describe("the limit an SMS is measured by", () => {
  it.each([
    ["plain letters", "a".repeat(35), { count: 35, max: 459, excess: "none" }],
    ["Unicode", "ş".repeat(35), { count: 35, max: 201, excess: "none" }],
    ["more Unicode than three parts hold", "ş".repeat(202), { count: 202, max: 201, excess: "parts" }],
    ["signs that take two", "€".repeat(230), { count: 460, max: 459, excess: "parts" }],
    ["more characters than are allowed", "ş".repeat(481), { count: 481, max: 480, excess: "cap" }],
  ])("is right for %s", (_, text, ceiling) => {
    expect(smsCeiling(smsSegments(text))).toEqual(ceiling);
  });
});
