import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";

/** The folders of the domain are the vocabulary; every other layer spells its concepts like them. */
const concepts = readdirSync("lib/domain");

/** Words of a layer that are no concept of the product, or a part of one. */
const ownWords: Record<string, readonly string[]> = {
  "app/(dashboard)/[workspace]": ["settings", "sandbox"],
  "app/api/v1": ["auth", "audit-log", "me", "openapi", "realtime", "sandbox", "analytics", "subscriptions"],
  components: ["auth", "charts", "layout", "sandbox", "ui"],
  "db/queries": [
    "audit-log",
    "idempotency-keys",
    "rate-limits",
    "realtime",
    "system",
    "workflow",
    "analytics",
  ],
  "db/schema": ["columns", "workflow"],
  "inngest/events": ["event"],
  "inngest/functions": ["platform"],
  "lib/contracts": [
    "auth",
    "credentials",
    "firebase",
    "realtime",
    "registry",
    "sandbox",
    "wire",
    "analytics",
  ],
  "messages/en": [
    "auth",
    "errors",
    "letters",
    "shell",
    "ui",
    "settings",
    "home",
    "profile",
    "sandbox",
    "audit-log",
    "public",
    "offers",
    "plans",
    "redemptions",
    "batches",
  ],
};

const isPartOfConcept = (word: string): boolean =>
  concepts.some((concept) => word.startsWith(`${concept.replace(/ies$/, "y").replace(/s$/, "")}-`));

it.each(Object.entries(ownWords))("%s speaks the words of lib/domain", (folder, own) => {
  if (!existsSync(folder)) return;
  const words = readdirSync(folder)
    .filter((entry) => !/\.test\.tsx?$|\.tsx$|^README|^\[/.test(entry))
    .map((entry) => entry.replace(/\.(ts|json)$/, ""))
    .filter((word) => !["route", "layout", "page"].includes(word));
  const strangers = words.filter(
    (word) => !concepts.includes(word) && !own.includes(word) && !isPartOfConcept(word),
  );
  expect(strangers).toEqual([]);
});

it("lib is domain, contracts, providers, platform and browser, and nothing lies beside them", () => {
  expect(readdirSync("lib").sort()).toEqual(["browser", "contracts", "domain", "platform", "providers"]);
});
