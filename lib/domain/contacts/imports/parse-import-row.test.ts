import fc from "fast-check";
import { expect, it } from "vitest";
import { findUnstorableText } from "@/lib/platform/http/input/unstorable-text";
import { importTargets } from "./import-target";
import { parseImportRow } from "./parse-import-row";

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.json(),
  fc.array(fc.string({ unit: "binary" })).map((tags) => JSON.stringify(tags)),
  fc
    .dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }))
    .map((map) => JSON.stringify(map)),
);

it("takes no row that the database cannot hold, whatever its cells hold", () => {
  const targets = [...importTargets, "attributes.x", "consents.email.marketing"] as const;
  fc.assert(
    fc.property(fc.nat(targets.length - 1), cell, (at, text) => {
      const target = targets[at] ?? "ignore";
      const row = parseImportRow(["p-1", text], {
        targets: ["external_id", target],
        types: {},
        country: "TR",
        phoneOnWhatsapp: true,
        timeZone: "Europe/Istanbul",
        now: new Date(),
      });
      if ("problems" in row) return;
      expect(findUnstorableText(row.input)).toBeUndefined();
      expect(JSON.parse(JSON.stringify(row.input.attributes ?? {}))).toEqual(row.input.attributes ?? {});
    }),
    { numRuns: 2_000 },
  );
});
