import { expect, test } from "vitest";
import { flattenProperties } from "./flatten-properties";

test("every value has the path that a condition names, and a path is there once", () => {
  const properties = {
    total: 250,
    items: [
      { category: "shoes", price: { amount: 100 } },
      { category: "hats", tags: ["new"] },
    ],
    note: null,
    isGift: false,
  };
  expect(flattenProperties(properties)).toEqual([
    { property: "total", value: 250 },
    { property: "items.category", value: "shoes" },
    { property: "items.price.amount", value: 100 },
    { property: "items.tags", value: "new" },
    { property: "isGift", value: false },
  ]);
});
