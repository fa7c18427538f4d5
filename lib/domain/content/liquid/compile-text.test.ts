import fc from "fast-check";
import { Liquid } from "liquidjs";
import { describe, expect, it } from "vitest";
import { attributePath } from "../contact-variables";
import { compileText, renderText, type Variables } from "./compile-text";
import { LiquidProblem } from "./liquid-engine";

const render = (source: string, variables: Variables = {}) =>
  renderText(compileText(source, "plain"), variables);

function problemOf(work: () => unknown): LiquidProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof LiquidProblem) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

describe("Liquid in messages", () => {
  it("keeps a text without Liquid as it is, so that it costs nothing", () => {
    expect(compileText("%20 indirim {bugün}", "plain")).toBe("%20 indirim {bugün}");
  });

  it("renders a missing variable empty and a default in its place", () => {
    expect(
      render("[{{ nobody }}][{{ a.b.c }}][{{ x | default: 'y' }}][{{ x | default: \"z\" | upcase }}]"),
    ).toBe("[][][y][Z]");
  });

  it("says the same on the short way as Liquid does", () => {
    const reference = new Liquid({ ownPropertyOnly: true });
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    const scope = fc.record({ a: value, b: fc.record({ c: value }) }, { requiredKeys: [] });
    const piece = fc.constantFrom(
      " ",
      "x",
      "{{ a }}",
      "{{b.c}}",
      "{{ a | default: 'd' }}",
      '{{ b.c | default: "" }}',
      "{{ b.c.d }}",
      "{",
      "}",
      "ş",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), scope, (pieces, variables) => {
        const source = pieces.join("|");
        expect(render(source, variables)).toBe(reference.parseAndRenderSync(source, variables));
      }),
    );
  });

  it("finds what is named in quotes, on the short way and in Liquid", () => {
    const variables = { attributes: { "E-posta İzni": "evet", "a.b": "nokta", 'x"}}y': "ayraç" } };
    expect(
      render("{{ attributes[\"E-posta İzni\"] }}|{{ attributes['a.b'] | default: 'z' }}", variables),
    ).toBe("evet|nokta");
    expect(render('{{ attributes["E-posta İzni"] | upcase }}', variables)).toBe("EVET");
    for (const name of Object.keys(variables.attributes))
      expect(render(`{{ ${attributePath(name)} }}`, variables)).toBe(
        variables.attributes[name as keyof typeof variables.attributes],
      );
  });

  it("changes the case of letters as the language of the message does", () => {
    const inLanguage = (language: string | undefined) =>
      renderText(compileText("{{ a | upcase }} {{ b | downcase }} {{ c | capitalize }}", "plain", language), {
        a: "indirim ışık",
        b: "IĞDIR İZMİR",
        c: "iĞDIR",
      });
    expect(inLanguage("tr")).toBe("İNDİRİM IŞIK ığdır izmir İğdır");
    expect(inLanguage("tr-TR")).toBe(inLanguage("tr"));
    expect(inLanguage("en")).toBe(`INDIRIM IŞIK ${"IĞDIR İZMİR".toLowerCase()} Iğdir`);
    expect(inLanguage(undefined)).toBe(inLanguage("en"));
  });

  it("escapes variables in HTML and leaves the template's own markup", () => {
    const text = compileText("<b title='{{ n }}'>{{ n }}</b>{% if n %}{{ n | upcase }}{% endif %}", "html");
    expect(renderText(text, { n: "<i onclick='x'>&" })).toBe(
      "<b title='&lt;i onclick=&#39;x&#39;&gt;&amp;'>&lt;i onclick=&#39;x&#39;&gt;&amp;</b>&lt;I ONCLICK=&#39;X&#39;&gt;&amp;",
    );
  });

  it("never renders a value a second time", () => {
    expect(render("{{ n }}{% if n %}{{ n }}{% endif %}", { n: "{{ secret }}{% raw %}", secret: "s" })).toBe(
      "{{ secret }}{% raw %}{{ secret }}{% raw %}",
    );
  });
});

describe("Liquid under attack", () => {
  it.each([
    "{% include 'package.json' %}",
    "{% render 'package.json' %}",
    "{% layout '/etc/passwd' %}",
    "{% block x %}{% endblock %}",
  ])("reads no file: %s", (source) => expect(problemOf(() => render(source)).code).toBe("unknown_tag"));

  it.each([
    "{{ constructor }}{{ constructor.constructor }}{{ name.constructor.name }}",
    "{{ __proto__ }}{{ a.__proto__.polluted }}{{ __proto__.toString }}",
    "{% assign c = 'constructor' %}{{ name[c] }}{{ a[c] }}{{ a['__proto__'] }}",
    "{{ toString }}{{ hasOwnProperty }}{{ a.toString }}{{ list.map }}",
  ])("reaches nothing but own properties: %s", (source) => {
    expect(render(source, { name: "n", a: {}, list: [1] })).toBe("");
  });

  it.each([
    "{% for i in (1..100000000) %}x{% endfor %}",
    "{% for i in (1..400) %}{% for j in (1..400) %}{% for k in (1..400) %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s }}",
    "{% for i in (1..60) %}{% capture s %}{{ s }}{{ s }}xxxxxxxxxx{% endcapture %}{% endfor %}{{ s }}",
    "{% assign s = 'a' | times: 1 %}{{ 'aaaaaaaaaa' | replace: 'a', big | replace: 'b', big }}",
  ])("stops what grows without end: %s", (source) => {
    const problem = problemOf(() => render(source, { big: "b".repeat(100_000) }));
    expect(problem.code).toBe("render_limit");
  });

  it("has no filter that lets a value past the escaping", () => {
    expect(problemOf(() => compileText("{{ n | raw }}", "html")).code).toBe("unknown_filter");
  });

  it("names line and column of what it refuses", () => {
    expect(problemOf(() => render("Merhaba\n  {{ name | shout }}"))).toMatchObject({
      code: "unknown_filter",
      message: "undefined filter: shout",
      line: 2,
    });
    expect(problemOf(() => render("a\n\n{% if x %}b"))).toMatchObject({
      code: "liquid_unclosed",
      line: 3,
      column: 1,
    });
    expect(problemOf(() => render("{{ name"))).toMatchObject({ code: "liquid_unclosed", line: 1, column: 1 });
  });
});
