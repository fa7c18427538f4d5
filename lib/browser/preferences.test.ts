import { describe, expect, test } from "vitest";
import { findAcceptedLocale, parseLocale, parseTheme } from "./preferences";

describe("the language of a first visit", () => {
  test.each([
    ["tr-TR,tr;q=0.9,en;q=0.8", "tr"],
    ["de-DE,en;q=0.7,tr;q=0.9", "tr"],
    ["en-GB", "en"],
    ["de,fr;q=0.5", undefined],
    ["tr;q=0", undefined],
    ["", undefined],
  ])("follows %s", (header, locale) => expect(findAcceptedLocale(header)).toBe(locale));
});

test("a cookie that someone else wrote changes nothing", () => {
  expect(parseTheme("neon")).toBe("system");
  expect(parseLocale("de")).toBeUndefined();
});
