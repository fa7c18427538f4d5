import { globSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentModeFor, isUsableSlug, slugCandidate, slugOf } from "./workspace";

describe("slugOf", () => {
  it.each([
    ["Işık Çiçekçilik", "isik-cicekcilik"],
    ["İSTANBUL Şarküteri & Co.", "istanbul-sarkuteri-co"],
    ["Ayşe'nin Dükkânı", "aysenin-dukkani"],
    ["  --Acme--  ", "acme"],
    ["API", "team-api"],
    ["日本", "team"],
    ["", "team"],
  ])("makes %j %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("always gives an address that may be used, also after other workspaces took it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120, unit: "grapheme" }), fc.nat({ max: 60 }), (name, attempt) => {
        expect(isUsableSlug(slugCandidate(slugOf(name), attempt))).toBe(true);
      }),
    );
  });
});

describe("isUsableSlug", () => {
  it("leaves every page of ours its address", () => {
    const pages = globSync(["app/**/page.tsx", "app/**/route.ts"]).map((file) => {
      const segments = file.split("/").slice(1, -1);
      return segments.find((segment) => !segment.startsWith("(")) ?? "";
    });
    const ours = [...new Set(pages)].filter((page) => page !== "" && page !== "[workspace]");
    expect(ours).toContain("reset-password");
    expect(ours.filter(isUsableSlug)).toEqual([]);
  });
});

describe("the rule for missing consents that a new workspace starts with", () => {
  it.each([
    ["Europe/Istanbul", "opt_in"],
    ["Turkey", "opt_in"],
    ["Europe/Berlin", "opt_in"],
    ["Atlantic/Canary", "opt_in"],
    ["America/New_York", "opt_out"],
    ["UTC", "opt_out"],
  ])("is in %s %s", (timeZone, mode) => {
    expect(consentModeFor(timeZone)).toBe(mode);
  });
});
