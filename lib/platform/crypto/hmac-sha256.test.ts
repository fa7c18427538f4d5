import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hmacSha256Of } from "./hmac-sha256";

it("is the HMAC that everybody else computes, of one text after the other", () => {
  const texts = fc.array(fc.uint8Array({ maxLength: 2_000, size: "max" }), { maxLength: 5 });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), texts, (key, asked) => {
      const macOf = hmacSha256Of(Buffer.from(key));
      const expected = asked.map((text) => createHmac("sha256", key).update(text).digest());
      expect(asked.map((text) => macOf(Buffer.from(text)))).toEqual(expected);
    }),
  );
});

it("takes no key that would have to be shortened first", () => {
  expect(() => hmacSha256Of(Buffer.alloc(65))).toThrow();
});
