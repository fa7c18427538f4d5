import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "../content";
import { checkContent } from "./check-content";

const codes = (words: Partial<Content>, channel: Channel, options: Parameters<typeof checkContent>[2] = {}) =>
  checkContent([{ ...emptyContent, title: "Başlık", body: "Metin RET", ...words }], channel, options).map(
    ({ severity, code, field }) => `${severity} ${code} ${field}`,
  );

describe("checking content", () => {
  it("finds nothing wrong with a plain message on each channel", () => {
    for (const channel of ["app_push", "web_push", "whatsapp", "telegram", "in_app"] as const)
      expect(codes({}, channel), channel).toEqual([]);
    expect(codes({ title: "" }, "sms")).toEqual([]);
    expect(codes({ body: "x {{ unsubscribe_url }}" }, "email")).toEqual([]);
  });

  it.each([
    [
      "app_push",
      { title: "a".repeat(65), body: "b".repeat(240) },
      ["warning long title", "warning long body"],
    ],
    ["app_push", { title: "👩‍👩‍👧‍👦".repeat(50) }, []],
    ["app_push", { title: "👩‍👩‍👧‍👦".repeat(66) }, ["error too_long title"]],
    ["web_push", { body: "b".repeat(241) }, ["error too_long body"]],
    ["web_push", { title: `{{ name }}${"a".repeat(58)}` }, ["error too_long title"]],
    ["whatsapp", { title: "", body: "a".repeat(1025) }, ["error too_long body"]],
    ["telegram", { title: "", body: "a".repeat(4097) }, ["error too_long body"]],
    [
      "telegram",
      { imageUrl: "https://x.example/a.png", title: "", body: "a".repeat(1025) },
      ["error too_long body"],
    ],
    [
      "sms",
      { title: "", body: `RET ${"a".repeat(477)}` },
      ["error too_long body", "warning sms_many_segments body"],
    ],
    ["sms", { title: "", body: `RET ${"a".repeat(455)}` }, []],
    ["sms", { title: "", body: "Merhaba" }, ["warning opt_out_missing body"]],
    ["sms", { title: "", body: `RET ş${"a".repeat(80)}` }, ["warning sms_unicode body"]],
    ["sms", { title: "", body: "" }, ["error required body"]],
    ["app_push", { title: " " }, ["error required title"]],
    ["app_push", { body: "<b>x</b>" }, ["error html_refused body"]],
    ["app_push", { body: "1 < 2 {{ x | replace: '<br>', '' }} <3" }, []],
    ["email", { html: "<p onclick='x'>{{ unsubscribe_url }}</p>" }, ["error script_refused html"]],
    ["email", { html: "<p>x</p>" }, []],
    ["web_push", { imageUrl: "http://x.example/a.png" }, ["error image_not_https imageUrl"]],
    ["web_push", { deepLink: "javascript:alert(1)" }, ["error unsafe_link deepLink"]],
    ["web_push", { deepLink: "myapp://cart", imageUrl: "{{ attributes.picture }}" }, []],
    ["app_push", { deepLink: "/cart?from=push" }, []],
    ["web_push", { data: { from: "x" } }, ["error reserved_key data"]],
    ["web_push", { data: { a: "x".repeat(3600) } }, ["error payload_too_large body"]],
    ["sms", { title: "", imageUrl: "https://x.example/a.png" }, ["warning field_unused imageUrl"]],
  ] as const)("%s %o", (channel, words, expected) => {
    expect(codes({ ...words } as Partial<Content>, channel)).toEqual(expected);
  });

  it("allows two buttons, advises against three and refuses four", () => {
    const actions = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `a${n}`, title: "T" }));
    expect(codes({ actions: actions(2) }, "web_push")).toEqual([]);
    expect(codes({ actions: actions(3) }, "web_push")).toEqual(["warning many_actions actions"]);
    expect(codes({ actions: actions(4) }, "web_push")).toEqual(["error too_many_actions actions"]);
    expect(codes({ actions: [{ id: "a", title: " " }] }, "web_push")).toEqual([
      "error action_without_title actions",
    ]);
  });

  it("says that a button on Telegram leads nowhere, and that it has no name", () => {
    const url = "https://x.example/cart";
    const telegram = (actions: Content["actions"]) => codes({ actions }, "telegram");
    expect(telegram([{ id: "a", title: "T", url }])).toEqual([]);
    expect(telegram([{ id: "a", title: "T" }])).toEqual(["warning action_without_url actions"]);
    expect(telegram([{ id: "a", title: "", url }])).toEqual(["error action_without_title actions"]);
  });

  it("says in which language, field, line and column Liquid is broken", () => {
    const contents = [
      { ...emptyContent, language: "tr", title: "İyi", body: "Metin" },
      { ...emptyContent, language: "en", title: "Good", body: "Line\n{{ name | shout }}" },
    ];
    expect(checkContent(contents, "app_push")).toMatchObject([
      {
        severity: "error",
        code: "unknown_filter",
        language: "en",
        field: "body",
        line: 2,
        values: { name: "shout" },
      },
    ]);
    expect(codes({ title: "{% if x %}" }, "app_push")).toEqual(["error liquid_unclosed title"]);
    expect(codes({ deepLink: "https://x.example/{{ a" }, "app_push")).toEqual([
      "error liquid_unclosed deepLink",
    ]);
    expect(codes({ body: "{% for i in (1..99999999) %}x{% endfor %}" }, "app_push")).toEqual([
      "error render_limit body",
    ]);
  });

  it("names every text whose Liquid is broken, not only the first", () => {
    const words = {
      title: "{{ name | shout }}",
      body: "Line\n{% if x %}",
      html: "<p>{{ a | twice }}</p>",
      imageUrl: "https://x.example/{{ a",
      actions: [
        { id: "a", title: "{% nothing %}" },
        { id: "b", title: "T", url: "https://x.example/{% if %}" },
      ],
      data: { shelf: "{{ b }}{{ c | odd }}" },
    };
    const found = checkContent([{ ...emptyContent, language: "en", ...words }], "email").filter(
      ({ severity }) => severity === "error",
    );
    expect(found.map(({ code, field, part, line, column }) => [code, field, part, line, column])).toEqual([
      ["unknown_filter", "title", null, 1, 1],
      ["liquid_unclosed", "body", null, 2, 1],
      ["unknown_filter", "html", null, 1, 4],
      ["liquid_unclosed", "imageUrl", null, 1, 19],
      ["unknown_tag", "actions", "0.title", 1, 1],
      ["liquid_syntax", "actions", "1.url", 1, 24],
      ["unknown_filter", "data", "shelf", 1, 8],
    ]);
  });

  it("names the texts that run away when they are rendered, beside those that are broken", () => {
    const endless = "{% for i in (1..99999999) %}x{% endfor %}";
    expect(
      codes({ title: endless, body: "{% if x %}", deepLink: `https://x.example/${endless}` }, "in_app"),
    ).toEqual(["error render_limit title", "error liquid_unclosed body", "error render_limit deepLink"]);
  });

  it("warns about variables that nobody has, once the workspace's attributes are known", () => {
    const options = { attributeNames: ["plan"] };
    expect(
      codes(
        { body: "{{ plan }} {{ attributes.plan }} {{ first_name }} {{ workspace.name }}" },
        "in_app",
        options,
      ),
    ).toEqual([]);
    expect(codes({ body: "{{ vorname }} {{ attributes.colour }}" }, "in_app", options)).toEqual([
      "warning unknown_variable body",
      "warning unknown_variable body",
    ]);
  });

  it("knows an attribute whose name is no word by its quotes, with a filter or in a condition too", () => {
    const options = { attributeNames: ["E-posta İzni", "a.b"] };
    const body =
      '{{ attributes["E-posta İzni"] }} {{ attributes["a.b"] | upcase }} {% if attributes["a.b"] %}x{% endif %}';
    expect(codes({ body }, "in_app", options)).toEqual([]);
    const [problem] = checkContent(
      [{ ...emptyContent, title: "t", body: '{{ attributes["E-posta"] }}' }],
      "in_app",
      options,
    );
    expect(problem).toMatchObject({ code: "unknown_variable", values: { name: "attributes.E-posta" } });
  });

  it("refuses the same language twice", () => {
    const content = { ...emptyContent, language: "tr", title: "a", body: "b" };
    expect(checkContent([content, content], "in_app")).toMatchObject([
      { code: "duplicate_language", language: "tr" },
    ]);
  });
});
