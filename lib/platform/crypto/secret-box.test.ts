import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { SecretBox, UnreadableSecretError } from "./secret-box";

const place = { workspaceId: "w1", rowId: "p1", field: "credentials" };
const key = randomBytes(32);
const box = new SecretBox(key);

describe("a sealed secret", () => {
  test("opens where it was sealed, and shows nothing of its content or twice the same text", () => {
    const sealed = box.seal(place, "gizli ş4rkı");
    expect(box.open(place, sealed)).toBe("gizli ş4rkı");
    expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
    expect(Buffer.from(sealed.split(".")[3] ?? "", "base64url").toString()).not.toContain("gizli");
    expect(box.seal(place, "gizli ş4rkı")).not.toBe(sealed);
  });

  test.each([
    ["another workspace", { ...place, workspaceId: "w2" }],
    ["another row", { ...place, rowId: "p2" }],
    ["another field", { ...place, field: "name" }],
  ])("does not open in %s", (_, elsewhere) => {
    const sealed = box.seal(place, "secret");
    expect(() => box.open(elsewhere, sealed)).toThrow(UnreadableSecretError);
  });

  test("does not open after any part of it was changed", () => {
    const sealed = box.seal(place, "secret");
    const parts = sealed.split(".");
    for (const [position, part] of parts.entries()) {
      const flipped = (part.startsWith("A") ? "B" : "A") + part.slice(1);
      const changed = parts.with(position, flipped).join(".");
      expect(() => box.open(place, changed), `part ${position}`).toThrow(UnreadableSecretError);
    }
    for (const broken of ["", "v1", sealed.slice(0, -4), `${sealed}.x`, parts.with(4, "AAAA").join(".")]) {
      expect(() => box.open(place, broken)).toThrow(UnreadableSecretError);
    }
  });

  test("of a retired key still opens, and new ones are sealed with the new key", () => {
    const sealed = box.seal(place, "secret");
    const rotated = new SecretBox(randomBytes(32), key);
    expect(rotated.open(place, sealed)).toBe("secret");
    expect(rotated.isCurrent(sealed)).toBe(false);
    const resealed = rotated.seal(place, "secret");
    expect(rotated.isCurrent(resealed)).toBe(true);
    expect(() => box.open(place, resealed)).toThrow(UnreadableSecretError);
  });
});
