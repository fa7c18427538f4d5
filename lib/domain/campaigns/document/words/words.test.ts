import { describe, expect, it } from "vitest";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { toAudienceWords, toFilter } from "./audience-words";
import { parseWait } from "./durations";
import { parseLastActivity, parsePurchases } from "./targeting-words";

const is = (field: string, operator: string, value: unknown) =>
  ({ field, operator, value }) as AudienceFilter;
const tag = (value: string) => is("tags", "contains", value);

describe("whom a document means", () => {
  it.each([
    [{ segments: ["a"] }, { and: [tag("a")] }],
    [{ segments: ["a", "b", "a"] }, { and: [{ or: [tag("a"), tag("b")] }] }],
    [{ segments: [] }, { and: [] }],
    [{ targeting_rules: { country: "TR" } }, { and: [is("country", "equals", "TR")] }],
    [{ targeting_rules: { country: "!=TR, DE" } }, { and: [is("country", "not_in", ["TR", "DE"])] }],
    [
      { targeting_rules: { last_activity: "<=36h", purchase_history: "!= 0" } },
      {
        and: [
          is("last_active_at", "within_last_days", 1.5),
          is("attributes.purchase_history", "not_equals", 0),
        ],
      },
    ],
  ])("%j is %j, and is told so again", (words, filter) => {
    expect(toFilter(words)).toEqual(filter);
    const told = toAudienceWords(filter as AudienceFilter);
    expect(told && toFilter(told)).toEqual(filter);
  });

  it.each<[AudienceFilter]>([
    [is("city", "equals", "İzmir")],
    [{ not: tag("a") }],
    [{ and: [tag("a"), tag("b")] }],
    [{ or: [tag("a"), is("country", "equals", "TR")] }],
    [is("last_active_at", "is_not_set", undefined)],
    [is("country", "starts_with", "T")],
    [{ and: [is("country", "equals", "TR"), is("country", "equals", "DE")] }],
  ])("has no words for %j", (filter) => {
    expect(toAudienceWords(filter)).toBeUndefined();
  });

  it.each([
    [">7d", 7],
    ["> 2w", 14],
    [">1m", 30],
    [">=12h", 0.5],
  ])("away for %s is %d days", (text, value) => {
    expect(parseLastActivity(text)).toMatchObject({ operator: "more_than_days_ago", value });
  });

  it.each([">7x", "7d", ">-7d", ">7", "=7d", ">0d", ">9999999d", ">7d<", "", "__proto__"])(
    "%j is no time since anybody was here",
    (text) => expect(parseLastActivity(text)).toBeUndefined(),
  );

  it.each(["2>", "=>2", ">>2", ">two", ">=", "", ">1e9", "constructor"])(
    "%j is no number of orders",
    (text) => expect(parsePurchases(text)).toBeUndefined(),
  );

  it.each([
    ["30m", 30],
    ["24h", 1_440],
    ["2d", 2_880],
    ["1w", 10_080],
    ["0m", 0],
    ["366d", undefined],
    ["24", undefined],
    ["1.5h", undefined],
  ])("a wait of %s is %s minutes", (text, minutes) => expect(parseWait(text)).toBe(minutes));
});
