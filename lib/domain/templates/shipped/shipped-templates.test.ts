import { describe, expect, it } from "vitest";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { compileContent } from "@/lib/domain/content/compile-content";
import { convertContent } from "@/lib/domain/content/convert-single-braces";
import { sampleVariables } from "@/lib/domain/content/sample-variables";
import { templateCategories } from "../template";
import { shippedTemplates } from "./shipped-templates";

const nobody = { workspace: { name: "W" }, unsubscribe_url: "https://u.example" };

describe("shipped templates", () => {
  it("are at least twelve, over four categories and several channels, each under its own id", () => {
    expect(shippedTemplates.length).toBeGreaterThanOrEqual(12);
    expect(new Set(shippedTemplates.map(({ id }) => id)).size).toBe(shippedTemplates.length);
    const categories = new Set(shippedTemplates.map(({ category }) => category));
    expect([...categories].sort()).toEqual(templateCategories.filter((name) => name !== "general").sort());
    expect(new Set(shippedTemplates.map(({ channel }) => channel)).size).toBe(7);
  });

  it.each(shippedTemplates.map((template) => [template.name.en, template] as const))(
    "%s has no problem in either language",
    (_, { contents, channel }) => {
      expect(contents.map(({ language }) => language)).toEqual(["tr", "en"]);
      expect(checkContent(contents, channel, { attributeNames: ["points", "product"] })).toEqual([]);
      for (const content of contents) {
        expect(convertContent(content).converted).toEqual([]);
        for (const variables of [sampleVariables(content.language), nobody]) {
          const rendered = compileContent(content, channel).render(variables);
          expect(rendered.body).not.toMatch(/\{\{|undefined|\s,| {2}/);
          expect(rendered.title).not.toMatch(/\{\{|undefined|\s,| {2}/);
        }
      }
    },
  );
});
