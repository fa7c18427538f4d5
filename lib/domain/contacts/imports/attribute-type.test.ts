import { expect, it } from "vitest";
import { type AttributeType, guessAttributeType, parseAttributeCell } from "./attribute-type";

it.each<[string, string[], AttributeType, boolean?]>([
  ["decimals with a comma", ["27.528,18", "1.250", "12"], "comma_number"],
  ["decimals with a point", ["27,528.18", "1250.50", "12"], "number"],
  ["whole numbers", ["1", "0", "-4821993"], "number"],
  ["thousands in groups of points", ["1.250.000", "12"], "comma_number"],
  ["one decimal among what could be thousands", ["1.250", "0.5"], "number"],
  ["numbers of both ways", ["1.250,5", "1,250.5"], "text"],
  ["numbers that are names", ["007", "12"], "text"],
  ["telephones", ["+905321234567"], "text"],
  ["numbers too long to be exact", ["12345678901234567"], "text"],
  ["Turkish truths", ["Evet", "HAYIR", "evet"], "boolean"],
  ["short truths of which both occur", ["E", "H", "E"], "boolean"],
  ["letters that are no pair", ["E", "K"], "text"],
  ["one letter alone", ["E", "E"], "text"],
  ["Turkish dates", ["08.10.2026", "1.2.2025", "08.10.26"], "date"],
  ["dates with their hour", ["08.10.2026 14:30", "2026-10-08"], "date"],
  ["dates of which one is none", ["31.02.2026", "01.02.2026"], "text"],
  ["nothing", ["", " "], "text"],
])("learns from the whole sample what a column holds: %s", (_, cells, type) => {
  expect(guessAttributeType(cells, ",")).toEqual({ type, isAmbiguous: false });
});

it("reads numbers that could be either as the file's separator suggests, and says so", () => {
  const cells = ["1.250", "12.500"];
  expect(guessAttributeType(cells, ";")).toEqual({ type: "comma_number", isAmbiguous: true });
  expect(guessAttributeType(cells, ",")).toEqual({ type: "number", isAmbiguous: true });
});

it.each<[string, AttributeType, string | number | boolean | undefined]>([
  ["27.528,18", "comma_number", 27_528.18],
  ["-1.250", "comma_number", -1_250],
  ["1250,5", "comma_number", 1_250.5],
  ["1250.50", "comma_number", undefined],
  ["12.50", "comma_number", undefined],
  ["1,250.5", "number", 1_250.5],
  ["1.250", "number", 1.25],
  ["yok", "number", undefined],
  ["ONAYLI", "boolean", true],
  ["h", "boolean", false],
  ["belki", "boolean", undefined],
  ["08.10.2026", "date", "2026-10-08"],
  ["08.10.2026 9:05", "date", "2026-10-08T09:05:00"],
  ["2026-10-08T09:05:00Z", "date", "2026-10-08T09:05:00Z"],
  ["yarın", "date", undefined],
  ["08.10.2026", "text", "08.10.2026"],
])("reads %s as a %s: %s", (text, type, value) => {
  expect(parseAttributeCell(text, type)).toBe(value);
});
