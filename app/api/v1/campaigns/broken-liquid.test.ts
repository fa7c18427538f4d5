import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { GET as forecast } from "./[campaign_id]/forecast/route";
import { PATCH } from "./[campaign_id]/route";
import { POST as schedule } from "./[campaign_id]/schedule/route";
import { POST as createCampaign } from "./route";

const content = {
  language: "en",
  title: "Hello {{ name | shout }}",
  body: "First line\nSecond {% if vip %}",
  deep_link: "https://shop.example/{{ slug",
  actions: [
    { id: "buy", title: "Buy", url: "https://shop.example/cart" },
    { id: "more", title: "More", url: "https://shop.example/{% go %}" },
  ],
  data: { shelf: "{{ a | }}{{ b | nothing }}" },
};

const wrong = [
  {
    pointer: "contents.0.title",
    code: "unknown_filter",
    detail: "Liquid: there is no filter shout (line 1, column 7).",
  },
  {
    pointer: "contents.0.body",
    code: "liquid_unclosed",
    detail: "Liquid: {% if vip %} is opened and never closed (line 2, column 8).",
  },
  {
    pointer: "contents.0.deep_link",
    code: "liquid_unclosed",
    detail: "Liquid: {{ slug is opened and never closed (line 1, column 22).",
  },
  {
    pointer: "contents.0.actions.1.url",
    code: "unknown_tag",
    detail: "Liquid: there is no tag go (line 1, column 22).",
  },
  {
    pointer: "contents.0.data.shelf",
    code: "unknown_filter",
    detail: "Liquid: there is no filter nothing (line 1, column 10).",
  },
];

describe("a campaign whose Liquid is broken in several places", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  const create = (contents: object[], headers = {}) =>
    call(createCampaign, mine.apiKey, {
      body: { name: "Spring", channel_type: "web_push", contents },
      headers,
    });
  const paramsOf = ({ body }: { body: Record<string, unknown> }) => ({ campaign_id: String(body.id) });

  it("is kept as a draft, and the answer warns of each of them", async () => {
    const made = await create([content]);
    expect([made.status, made.body.status]).toEqual([201, "draft"]);
    expect(made.body.warnings).toEqual(wrong);
  });

  it("is refused when it is scheduled, with the same of each", async () => {
    const params = paramsOf(await create([content]));
    const refused = await call(schedule, mine.apiKey, { params, body: {} });
    expect(refused.status).toBe(422);
    const errors = refused.body.errors as { pointer: string }[];
    expect(errors.filter(({ pointer }) => pointer.startsWith("contents."))).toEqual(wrong);
  });

  it("is forecast not to go out, for the same reasons", async () => {
    const { body } = await call(forecast, mine.apiKey, { params: paramsOf(await create([content])) });
    const problems = body.problems as { field: string; part: string | null; code: string }[];
    expect(
      problems.filter(({ code }) => /liquid|unknown/.test(code)).map(({ field, part }) => [field, part]),
    ).toEqual([
      ["title", null],
      ["body", null],
      ["deepLink", null],
      ["actions", "1.url"],
      ["data", "shelf"],
    ]);
  });

  it("is warned of until it is mended, in the caller's language", async () => {
    const params = paramsOf(await create([content]));
    const renamed = await call(PATCH, mine.apiKey, {
      params,
      body: { name: "Still broken" },
      headers: { "accept-language": "tr" },
    });
    const warnings = renamed.body.warnings as { pointer: string; detail: string }[];
    expect(warnings.map(({ pointer }) => pointer)).toEqual(wrong.map(({ pointer }) => pointer));
    expect(warnings[0]?.detail).toBe("“shout” adlı filtre yok (satır 1, sütun 7).");
    const mended = await call(PATCH, mine.apiKey, {
      params,
      body: { contents: [{ language: "en", title: "Hello", body: "There" }] },
    });
    expect(mended.body.warnings).toEqual([]);
  });

  it("names a misspelt variable after what keeps it from being sent", async () => {
    const { body } = await create([{ language: "en", title: "Hi {{ frist_name }}", body: "" }]);
    expect(body.warnings).toMatchObject([
      { pointer: "contents.0.body", code: "required" },
      { pointer: "contents.0.title", code: "unknown_variable" },
    ]);
  });
});
