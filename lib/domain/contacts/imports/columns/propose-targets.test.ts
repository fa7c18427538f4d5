import { describe, expect, it } from "vitest";
import { findIgnoredColumns, isProposedConsent, proposeTargets } from "./propose-targets";

const propose = (columns: Record<string, string[]>, unknown: "ignore" | "attributes" = "ignore") => {
  const headings = Object.keys(columns);
  const rows = (Object.values(columns)[0] ?? []).map((_, row) =>
    headings.map((heading) => columns[heading]?.[row] ?? ""),
  );
  return proposeTargets({ headings, rows }, unknown);
};

describe("what is proposed for the columns of a file", () => {
  const addresses = { "E-posta": ["a@example.com", "b@example.com"], Telefon: ["05321112233", ""] };

  it.each(["İzin", "Onay", "Consent", "İYS", "Opt-in", "Reklam izni", "Ticari ileti izni", "İzinler"])(
    "is for %s with yes and no a consent over the channels whose addresses are there",
    (heading) => {
      for (const unknown of ["ignore", "attributes"] as const) {
        const targets = propose({ ...addresses, [heading]: ["Hayır", "Evet"] }, unknown);
        expect(targets).toEqual(["email", "phone", "consents.email,sms.marketing"]);
        expect(isProposedConsent(heading, targets[2] ?? "ignore")).toBe(true);
      }
      expect(propose({ "E-posta": ["a@example.com"], [heading]: ["Hayır"] })[1]).toBe(
        "consents.email.marketing",
      );
    },
  );

  it.each([
    ["SMS izni", "consents.sms.marketing"],
    ["E-posta izni", "consents.email.marketing"],
    ["Opt-in SMS", "consents.sms.marketing"],
    ["Accepts Email Marketing", "consents.email.marketing"],
  ] as const)("is for %s the channel it names", (heading, target) => {
    expect(propose({ ...addresses, [heading]: ["Hayır", ""] })[2]).toBe(target);
    expect(isProposedConsent(heading, target)).toBe(false);
  });

  it.each(["KVKK", "KVKK Onayı", "Açık rıza"])(
    "takes %s, which is about data, for no consent to messages",
    (heading) => {
      expect(propose({ ...addresses, [heading]: ["Evet", "Evet"] })[2]).toBe("ignore");
    },
  );

  it("leaves a channel to the column that names it", () => {
    expect(propose({ ...addresses, İzin: ["Evet", "H"], "SMS izni": ["H", "H"] })).toEqual([
      "email",
      "phone",
      "consents.email.marketing",
      "consents.sms.marketing",
    ]);
  });

  it("is no consent where the cells say something else", () => {
    expect(propose({ ...addresses, İzin: ["Mağaza formu", "03.05.2024"] })[2]).toBe("ignore");
    expect(propose({ ...addresses, Onay: ["", ""] })[2]).toBe("ignore");
  });

  it("is e-mail and SMS where the file holds no addresses", () => {
    expect(propose({ external_id: ["a"], Consent: ["no"] })[1]).toBe("consents.email,sms.marketing");
  });

  it("takes the first of two columns of one heading, and says which are not used, and why", () => {
    const headings = ["email", "Puan", "Puan", "mail", "created_at", "Renk", "error_line"];
    const rows = [["a@example.com", "1", "2", "b@example.com", "", "", "3"]];
    expect(proposeTargets({ headings, rows }, "attributes")[2]).toBe("ignore");
    const targets = proposeTargets({ headings, rows }, "ignore");
    expect(findIgnoredColumns({ headings, targets, isMapped: false })).toEqual([
      { column: "Puan", position: 2, reason: "unknown_heading" },
      { column: "Puan", position: 3, reason: "duplicate_heading" },
      { column: "mail", position: 4, reason: "same_field" },
      { column: "created_at", position: 5, reason: "read_only" },
      { column: "Renk", position: 6, reason: "unknown_heading" },
    ]);
  });
});
