import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { permissions } from "@/lib/domain/members/role";

it.each(["en", "tr"])("has a word for every permission in the %s matrix", (locale) => {
  const file = new URL(`../../messages/${locale}/members.json`, import.meta.url);
  const words = JSON.parse(readFileSync(file, "utf8")) as { permissions: Record<string, string> };
  const keys = permissions.map((permission) => permission.replace(".", "_"));
  expect(Object.keys(words.permissions).sort()).toEqual(keys.sort());
});
