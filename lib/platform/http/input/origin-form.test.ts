import { describe, expect, it } from "vitest";
import { toOriginForm } from "./origin-form";

describe("a request's target", () => {
  it.each([
    ["/c/abc?x=1", "/c/abc?x=1"],
    ["//evil.example/c", "//evil.example/c"],
    ["http://pushpilot.example/c/abc?x=1", "/c/abc?x=1"],
    ["HTTPS://pushpilot.example", "/"],
    ["*", "*"],
    ["javascript:alert(1)", "javascript:alert(1)"],
    ["http://", "http://"],
    ["", ""],
  ])("%j is the path %j, however a proxy spells it", (target, path) => {
    expect(toOriginForm(target)).toBe(path);
  });
});
