import { describe, expect, it } from "vitest";
import { findShippedTemplate } from "@/lib/domain/templates/shipped/find-shipped-template";
import { shippedTemplates } from "@/lib/domain/templates/shipped/shipped-templates";
import { notFound } from "@/lib/platform/errors";
import { translateProblem } from "@/lib/platform/http/language/problem-language";
import { acceptedLocaleOf, findInterfaceLocale, toInterfaceLocale } from "./interface-locale";

describe("the language that we write to somebody in", () => {
  it.each([
    ["tr", "tr"],
    ["tr-TR", "tr"],
    ["TR_tr", "tr"],
    ["en-GB", "en"],
    ["trv", "en"],
    ["de", "en"],
    ["", "en"],
    [null, "en"],
    [undefined, "en"],
  ])("of %s is %s", (tag, locale) => expect(toInterfaceLocale(tag)).toBe(locale));

  it("is none of ours for what someone else wrote into a cookie", () => {
    expect(findInterfaceLocale("de")).toBeUndefined();
    expect(findInterfaceLocale("__proto__")).toBeUndefined();
  });

  it("names what is shipped", () => {
    const [shipped] = shippedTemplates;
    const nameIn = (locale: string) => findShippedTemplate(shipped?.id ?? "", locale)?.name;
    expect(nameIn("tr-TR")).toBe(shipped?.name.tr);
    expect(nameIn("trv")).toBe(shipped?.name.en);
  });
});

describe("the language that a browser accepts", () => {
  it.each([
    ["tr-TR,tr;q=0.9,en;q=0.8", "tr"],
    ["de-DE,en;q=0.7,tr;q=0.9", "tr"],
    ["en;q=0.5, tr", "tr"],
    ["tr; q=0.3, en; q=0.8", "en"],
    ["en-GB", "en"],
    ["de,fr;q=0.5", "en"],
    ["tr;q=0", "en"],
    ["tr;q=much", "en"],
    ["", "en"],
    [null, "en"],
  ])("is followed by its weights: %s", (header, locale) => expect(acceptedLocaleOf(header)).toBe(locale));

  it("is that of problems, as of pages", () => {
    const detail = translateProblem(notFound(), "en;q=0.5, tr");
    expect(detail).not.toBe(translateProblem(notFound(), "en"));
    expect(detail).toBe(translateProblem(notFound(), "tr"));
  });
});
