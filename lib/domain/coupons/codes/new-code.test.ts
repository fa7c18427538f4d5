import { expect, it } from "vitest";
import { defaultDesign, settleDesign, shapeOf } from "../batches/code-design";
import { isWhole } from "./check-letter";
import { foldCode } from "./fold-code";
import { newCode } from "./new-code";

it("makes single codes as the default design of a batch does, each another", () => {
  const codes = Array.from({ length: 200 }, newCode);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    const key = foldCode(code) ?? "";
    expect(isWhole(key)).toBe(true);
    expect(shapeOf(defaultDesign)(key.slice(0, defaultDesign.length)).code).toBe(code);
  }
  expect(settleDesign({ pattern: (codes[0] ?? "").replace(/[^-]/g, "#") }).design).toMatchObject(
    defaultDesign,
  );
});
