import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { shippedTemplates } from "@/lib/domain/templates/shipped/shipped-templates";
import { call } from "@/lib/platform/testing/call";
import { POST as archive } from "./[template_id]/archive/route";
import { POST as duplicate } from "./[template_id]/duplicate/route";
import { DELETE, GET as getTemplate, PATCH } from "./[template_id]/route";
import { POST as unarchive } from "./[template_id]/unarchive/route";
import { POST as createTemplate, GET as listTemplates } from "./route";

const contents = [
  { language: "tr", title: "Merhaba {firstName}", body: "Bugüne özel", image: "https://x.example/a.png" },
];

describe("templates over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  const create = (scenario: Scenario, body: object = {}) =>
    call(createTemplate, scenario.apiKey, {
      body: { name: "Çılgın fırsat", channel: "web_push", contents, ...body },
    });
  const names = async (scenario: Scenario, query: Record<string, string>) => {
    const { body } = await call(listTemplates, scenario.apiKey, { query: { limit: "100", ...query } });
    return (body.data as { name: string }[]).map((row) => row.name);
  };

  it("keeps a template, with single braces turned into Liquid", async () => {
    const made = await create(mine);
    expect(made).toMatchObject({
      status: 201,
      body: { source: "workspace", category: "general", archived_at: null },
    });
    const read = await call(getTemplate, mine.apiKey, { params: { template_id: String(made.body.id) } });
    expect(read.body.contents).toMatchObject([
      {
        language: "tr",
        title: "Merhaba {{ first_name }}",
        body: "Bugüne özel",
        image_url: "https://x.example/a.png",
        actions: [],
      },
    ]);
  });

  it("changes what is given and keeps the rest", async () => {
    const { body } = await create(mine);
    const params = { template_id: String(body.id) };
    const changed = await call(PATCH, mine.apiKey, {
      params,
      body: { name: "Yeni ad", category: "weekend" },
    });
    expect(changed.body).toMatchObject({ name: "Yeni ad", category: "weekend", contents: body.contents });
    const replaced = await call(PATCH, mine.apiKey, {
      params,
      body: { contents: [{ language: "en", title: "Hi", body: "x" }] },
    });
    expect(replaced.body).toMatchObject({ name: "Yeni ad", contents: [{ language: "en", title: "Hi" }] });
  });

  it("refuses what could never be sent, by language and field, and saves nothing", async () => {
    const scenario = await createScenario(database.sql);
    const refused = await create(scenario, {
      contents: [
        { language: "tr", title: "İyi", body: "Metin" },
        { language: "en", title: "{{ name | shout }}", body: "{% if x %}", image_url: "http://x.example/a" },
      ],
    });
    expect(refused).toMatchObject({ status: 422, body: { reason: "content_invalid" } });
    expect(refused.body.errors).toMatchObject([
      { pointer: "contents.1.title", code: "unknown_filter" },
      { pointer: "contents.1.body", code: "liquid_unclosed" },
    ]);
    expect(await names(scenario, { source: "workspace" })).toEqual([]);
  });

  it("keeps an unfinished template, and warns of what is missing", async () => {
    const { status, body } = await create(mine, { contents: [{ language: "tr", body: "{{ frist_name }}" }] });
    expect(status).toBe(201);
    expect(body.warnings).toMatchObject([
      { pointer: "contents.0.title", code: "required" },
      { pointer: "contents.0.body", code: "unknown_variable" },
    ]);
    const params = { template_id: String(body.id) };
    const finished = await call(PATCH, mine.apiKey, { params, body: { contents } });
    expect(finished.body.warnings).toEqual([]);
  });

  it("answers another workspace's template exactly like one that does not exist", async () => {
    const { body } = await create(theirs);
    const withoutId = (text: string) => text.replace(/"instance":"[^"]+"/, "");
    for (const [handler, options] of [
      [getTemplate, {}],
      [PATCH, { body: { name: "x" } }],
      [DELETE, {}],
      [archive, { body: {} }],
      [unarchive, { body: {} }],
      [duplicate, { body: {} }],
    ] as const) {
      const foreign = await call(handler, mine.apiKey, {
        params: { template_id: String(body.id) },
        ...options,
      });
      const invented = await call(handler, mine.apiKey, {
        params: { template_id: "tpl_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" },
        ...options,
      });
      expect(foreign.status).toBe(404);
      expect(withoutId(foreign.text)).toBe(withoutId(invented.text));
    }
    const still = await call(getTemplate, theirs.apiKey, { params: { template_id: String(body.id) } });
    expect(still).toMatchObject({ status: 200, body: { archived_at: null } });
  });

  it("shows shipped ones to everybody, in the language asked for, and changes none", async () => {
    const shipped = await call(listTemplates, mine.apiKey, {
      query: { source: "shipped", channel: "sms", locale: "tr", limit: "100" },
    });
    const rows = shipped.body.data as { id: string; name: string }[];
    expect(rows.map((row) => row.name)).toContain("Doğum günü hediyesi");
    const params = { template_id: rows[0]?.id ?? "" };
    expect(await call(PATCH, mine.apiKey, { params, body: { name: "x" } })).toMatchObject({
      status: 409,
      body: { reason: "template_shipped" },
    });
    expect((await call(DELETE, mine.apiKey, { params })).status).toBe(409);
    const copy = await call(duplicate, mine.apiKey, { params, body: {} });
    expect(copy).toMatchObject({ status: 201, body: { source: "workspace", channel: "sms" } });
    expect(copy.body.id).not.toBe(rows[0]?.id);
  });

  it("filters by channel, category, source and a name in folded letters", async () => {
    const scenario = await createScenario(database.sql);
    await create(scenario, { category: "weekend" });
    expect(await names(scenario, { q: "cilgin" })).toEqual(["Çılgın fırsat"]);
    expect(await names(scenario, { q: "dogum gunu" })).toEqual(["Birthday gift"]);
    expect(await names(scenario, { source: "workspace", channel: "email" })).toEqual([]);
    expect(await names(scenario, { category: "weekend", channel: "web_push" })).toEqual([
      "Çılgın fırsat",
      "Weekend deal",
    ]);
    expect(await names(scenario, {})).toHaveLength(1 + shippedTemplates.length);
  });

  it("archives and brings back", async () => {
    const scenario = await createScenario(database.sql);
    const { body } = await create(scenario);
    const params = { template_id: String(body.id) };
    expect((await call(archive, scenario.apiKey, { params, body: {} })).body.archived_at).not.toBeNull();
    expect(await names(scenario, { source: "workspace" })).toEqual([]);
    expect(await names(scenario, { archived: "true" })).toEqual(["Çılgın fırsat"]);
    await call(unarchive, scenario.apiKey, { params, body: {} });
    expect(await names(scenario, { source: "workspace" })).toEqual(["Çılgın fırsat"]);
    expect((await call(DELETE, scenario.apiKey, { params })).status).toBe(204);
    expect((await call(getTemplate, scenario.apiKey, { params })).status).toBe(404);
  });

  it("pages through own and shipped ones once, by cursor and by page", async () => {
    const scenario = await createScenario(database.sql);
    for (let n = 0; n < 5; n += 1) await create(scenario, { name: `T${n}` });
    const all = await names(scenario, {});
    const walk = async (
      next: (page: Record<string, unknown>, n: number) => Record<string, string> | undefined,
    ) => {
      const seen: string[] = [];
      let query: Record<string, string> | undefined = {};
      for (let n = 2; query; n += 1) {
        const { body } = await call(listTemplates, scenario.apiKey, {
          query: { ...(query.page ? { page_size: "4" } : { limit: "4" }), ...query },
        });
        seen.push(...(body.data as { name: string }[]).map((row) => row.name));
        query = body.has_more ? next(body, n) : undefined;
      }
      return seen;
    };
    expect(await walk((page) => ({ after: String(page.next_cursor) }))).toEqual(all);
    expect(await walk((_, n) => ({ page: String(n) }))).toEqual(all);
  });

  it("lets a viewer read and not write", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    expect((await call(listTemplates, viewer)).status).toBe(200);
    expect(
      (await call(createTemplate, viewer, { body: { name: "x", channel: "sms", contents } })).status,
    ).toBe(403);
  });
});
