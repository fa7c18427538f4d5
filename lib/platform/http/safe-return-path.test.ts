import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./safe-return-path";

describe("safeReturnPath", () => {
  it.each(["/acme", "/acme/campaigns?status=draft&q=a%20b#top", "/invites/pp_invite_x"])(
    "keeps %s",
    (path) => {
      expect(safeReturnPath(path)).toBe(path);
    },
  );

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "evil.example",
    "",
    undefined,
    ["/a", "/b"],
    `/${"a".repeat(3_000)}`,
  ])("sends %j to the start page", (value) => {
    expect(safeReturnPath(value)).toBe("/");
  });
});
