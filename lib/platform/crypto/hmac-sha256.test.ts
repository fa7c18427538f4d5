import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hmacSha256Of } from "./hmac-sha256";

it("is the HMAC that everybody else computes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 300 }), (key, text) => {
      const expected = createHmac("sha256", key).update(text).digest();
      expect(hmacSha256Of(Buffer.from(key))(Buffer.from(text))).toEqual(expected);
    }),
  );
});

it("takes no key that would have to be shortened first", () => {
  expect(() => hmacSha256Of(Buffer.alloc(65))).toThrow();
});
