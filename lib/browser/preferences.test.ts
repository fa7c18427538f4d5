import { expect, test } from "vitest";
import { parseTheme } from "./preferences";

test("a cookie that someone else wrote changes nothing", () => {
  expect(parseTheme("neon")).toBe("system");
});
