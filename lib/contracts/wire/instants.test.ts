import { expect, it } from "vitest";
import { wireInstant } from "./instants";

it("is the moment that was written, whatever its offset", () => {
  expect(wireInstant.parse("2026-05-01T10:00:00+03:00")).toEqual(new Date("2026-05-01T07:00:00Z"));
  expect(wireInstant.encode(new Date("2026-05-01T07:00:00Z"))).toBe("2026-05-01T07:00:00.000Z");
});

it.each(["1899-12-31T23:59:59Z", "2200-01-01T00:00:01Z"])(
  "says which years it takes when it is %s",
  (text) => {
    const { error } = wireInstant.safeParse(text);
    expect(error?.issues.map(({ message }) => message)).toEqual(["A time between 1900 and 2200"]);
  },
);
