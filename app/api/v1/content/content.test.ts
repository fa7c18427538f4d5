import { beforeAll, describe, expect, it } from "vitest";
import { POST as upsertContact } from "@/app/api/v1/contacts/route";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { POST as preview } from "./preview/route";
import { GET as listVariables } from "./variables/route";

const contents = [
  { language: "en", title: "Hello {{ first_name }}", body: "Your plan: {{ plan | default: 'none' }}" },
  { language: "tr", title: "Merhaba {{ first_name }}", body: "Paketiniz: {{ plan | default: 'yok' }}" },
];

describe("content over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  let contactId: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    const person = {
      external_id: "u-1",
      first_name: "Işıl",
      locale: "tr",
      email: "isil@example.com",
      attributes: { plan: "altın" },
    };
    contactId = String((await call(upsertContact, mine.apiKey, { body: person })).body.id);
  });

  const show = (body: object, who: string | Record<string, string> = mine.apiKey) =>
    call(preview, who, { body: { channel: "app_push", contents, ...body } });

  it("renders for a contact in that person's language", async () => {
    const { status, body } = await show({ contact_id: contactId });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      language: "tr",
      contact: { id: contactId, name: "Işıl", locale: "tr" },
      rendered: { title: "Merhaba Işıl", body: "Paketiniz: altın" },
      lengths: { title: 12, body: 16 },
      problems: [],
      sms: null,
    });
  });

  it("renders any contact, a sample person, and given variables", async () => {
    expect((await show({ random: true })).body).toMatchObject({ contact: { id: contactId } });
    expect((await show({ language: "en" })).body).toMatchObject({
      contact: null,
      rendered: { title: "Hello Emma", body: "Your plan: none" },
    });
    const given = await show({ language: "tr", variables: { first_name: "Can", plan: "pro" } });
    expect(given.body).toMatchObject({ rendered: { title: "Merhaba Can", body: "Paketiniz: pro" } });
  });

  it("takes no more variables, and none longer, than a person has", async () => {
    const refused: Record<string, unknown>[] = [
      { s: "1".repeat(2_001) },
      { deep: [[1]] },
      { deep: { a: { b: 1 } } },
      Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`v${at}`, 1])),
    ];
    for (const variables of refused) expect((await show({ variables })).status).toBe(400);
    const taken = { none: null, list: ["a", 1], attributes: { "Plan name": "pro" } };
    expect((await show({ variables: taken })).status).toBe(200);
  });

  it("answers a text that would never end with a problem", async () => {
    const endless = [{ language: "en", title: "t", body: "{{ s | slice: s }}{{ s | truncate: s, s }}" }];
    const digits = await show({ contents: endless, variables: { s: "1".repeat(2_000) } });
    expect(digits.status).toBe(200);
    const doubled =
      "{% assign x = 'a' | split: ',' %}{% for i in (1..60) %}{% assign x = x | push: x %}{% endfor %}{{ x }}";
    const { status, body } = await show({ contents: [{ language: "en", title: "t", body: doubled }] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ rendered: null, problems: [{ code: "render_limit" }] });
  });

  it("renders any contact as one whom the channel reaches, where there is one", async () => {
    const own = await createScenario(database.sql);
    const save = async (person: object) =>
      String((await call(upsertContact, own.apiKey, { body: person })).body.id);
    const reached = await save({ external_id: "reached", phone: "+905321112233" });
    for (let other = 0; other < 5; other++) await save({ external_id: `o-${other}` });
    for (let look = 0; look < 5; look++)
      expect((await show({ random: true, channel: "sms" }, own.apiKey)).body).toMatchObject({
        contact: { id: reached },
      });
  });

  it("never shows another workspace's contact", async () => {
    expect((await show({ contact_id: contactId }, theirs.apiKey)).status).toBe(404);
    expect((await show({ random: true }, theirs.apiKey)).body.contact).toBeNull();
  });

  it("says what was converted and what is broken, and renders the language that works", async () => {
    const { body } = await show({
      language: "tr",
      contents: [
        { language: "tr", title: "Merhaba {firstName}", body: "x" },
        { language: "en", title: "Hello {{ name | shout }}", body: "x" },
      ],
    });
    expect(body).toMatchObject({
      rendered: { title: "Merhaba Ayşe" },
      converted: ["{firstName}"],
      problems: [{ severity: "error", code: "unknown_filter", language: "en", field: "title", line: 1 }],
    });
    const broken = await show({ contents: [{ language: "en", title: "{% if %}", body: "x" }] });
    expect(broken).toMatchObject({
      status: 200,
      body: { rendered: null, problems: [{ code: "liquid_syntax" }] },
    });
  });

  it("names every field whose Liquid is broken, and the button", async () => {
    const { body } = await show({
      contents: [
        {
          language: "en",
          title: "{{ name | shout }}",
          body: "{% if x %}",
          actions: [{ id: "a", title: "Go", url: "https://x.example/{{ a" }],
        },
      ],
    });
    expect(body).toMatchObject({
      rendered: null,
      problems: [
        { field: "title", part: null, line: 1, column: 1 },
        { field: "body", part: null, line: 1, column: 1 },
        { field: "actions", part: "0.url", line: 1, column: 19 },
      ],
    });
  });

  it("counts an SMS and offers the cheaper text", async () => {
    const { body } = await show({
      channel: "sms",
      contents: [{ language: "tr", body: `Sepetinizde ürün kaldı. RET ${"a".repeat(60)}` }],
    });
    expect(body.sms).toMatchObject({
      encoding: "ucs2",
      segments: 2,
      unicode_characters: [{ character: "ı", index: 21 }],
      folded_segments: 1,
    });
    expect((body.sms as { folded_text: string }).folded_text).toMatch(/^Sepetinizde ürün kaldi\./);
  });

  it("shows an e-mail as it would arrive, with variables escaped", async () => {
    const { body } = await show({
      channel: "email",
      language: "en",
      contents: [{ language: "en", title: "Hi", html: "<p>{{ x }}</p>" }],
      variables: { x: "<img src=x onerror=alert(1)>" },
    });
    const { html, body: text } = body.rendered as { html: string; body: string };
    expect(html).toContain("<p>&lt;img src=x onerror=alert(1)&gt;</p>");
    expect(text).toContain("Unsubscribe: https://example.com/unsubscribe");
  });

  it("lists the variables with the workspace's own fields", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    const { body } = await call(listVariables, viewer);
    expect(body).toMatchObject({ attributes: ["plan"] });
    expect(body.names).toContain("first_name");
    expect((await call(listVariables, theirs.apiKey)).body.attributes).toEqual([]);
  });
});
