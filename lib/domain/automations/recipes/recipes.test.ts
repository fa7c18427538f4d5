import { describe, expect, it } from "vitest";
import { compileContent } from "@/lib/domain/content/compile-content";
import { sampleVariables } from "@/lib/domain/content/sample-variables";
import { interfaceLocales } from "@/lib/domain/users/interface-locale";
import { messageSteps } from "../definition";
import { findDefinitionProblems } from "../find-definition-problems";
import { recipeNames } from "./recipe-name";
import { makeRecipe } from "./recipes";

describe("a recipe", () => {
  const everyRecipe = interfaceLocales.flatMap((language) => recipeNames.map((name) => ({ language, name })));

  it.each(everyRecipe)("can go live as it is: $name in $language", ({ language, name }) => {
    const { definition } = makeRecipe(name, language);
    expect(findDefinitionProblems(definition, new Set(["web_push", "email"]))).toEqual([]);
  });

  describe.each(interfaceLocales)("for abandoned carts in %s", (language) => {
    const [message] = messageSteps(makeRecipe("abandoned_cart", language).definition)[0]?.contents ?? [];
    const render = (channel: "web_push" | "email", cart: object) =>
      message && compileContent(message, channel).render({ ...sampleVariables(language), cart });

    it("leads back to the cart where the shop told its address", () => {
      const cart = { url: 'https://shop.example.com/cart?id="1"' };
      expect(render("web_push", cart)?.deepLink).toBe("https://shop.example.com/cart?id=%221%22");
      expect(render("email", cart)?.html).toContain('href="https://shop.example.com/cart?id=&#34;1&#34;"');
    });

    it("has no link where the shop told none", () => {
      expect(render("web_push", {})?.deepLink).toBe("");
      expect(render("email", {})?.html).not.toContain('href=""');
    });
  });
});
