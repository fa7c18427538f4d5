import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { DELETE, GET as getContact, PATCH } from "./[contact_id]/route";
import { POST as bulkUpsert } from "./bulk/route";
import { GET as listContacts, POST as upsertContact } from "./route";

describe("contacts over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  it("creates once and updates afterwards under the same external id", async () => {
    const first = await call(upsertContact, mine.apiKey, {
      body: {
        external_id: "u-1",
        first_name: "Ayşe",
        email: "Ayse@Example.com",
        phone: "0532 123 45 67",
        attributes: { plan: "pro", city: "x" },
      },
    });
    expect(first.status).toBe(201);
    const second = await call(upsertContact, mine.apiKey, {
      body: { external_id: "u-1", last_name: "Yılmaz", attributes: { city: null, orders: 3 } },
    });
    expect(second.body.id).toBe(first.body.id);
    expect(second.body).toMatchObject({
      first_name: "Ayşe",
      last_name: "Yılmaz",
      attributes: { plan: "pro", orders: 3 },
    });
    expect(second.body.subscriptions).toMatchObject([
      { channel: "email", address: "Ayse@Example.com" },
      { channel: "sms", address: "+905321234567" },
    ]);
  });

  it("keeps the hour that the person asked for until it is taken back", async () => {
    const save = (preferred_hour?: number | null) =>
      call(upsertContact, mine.apiKey, {
        body: { external_id: "u-hour", ...(preferred_hour === undefined ? {} : { preferred_hour }) },
      });
    expect((await save(0)).body.preferred_hour).toBe(0);
    expect((await save(18)).body.preferred_hour).toBe(18);
    expect((await save()).body.preferred_hour).toBe(18);
    expect((await save(null)).body.preferred_hour).toBeNull();
    for (const wrong of [24, -1, 9.5]) {
      const { status, body } = await save(wrong);
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ pointer: "preferred_hour" }]);
    }
  });

  it("finds a person by folded Turkish letters and by the start of an address", async () => {
    await call(upsertContact, mine.apiKey, {
      body: { external_id: "u-isik", first_name: "IŞIK", last_name: "Çağlar", email: "isik@firma.com.tr" },
    });
    for (const q of ["ışık", "isik", "caglar", "isik@fir", "u-isi"]) {
      for (const name of ["q", "search"]) {
        const found = await call(listContacts, mine.apiKey, { query: { [name]: q } });
        expect(found.body.data, q).toMatchObject([{ external_id: "u-isik" }]);
      }
    }
  });

  it("keeps a word that is written down by hand with its day and source, and tells of it in the audit log", async () => {
    const word = { channel: "sms", category: "marketing", status: "granted" };
    const created = await call(upsertContact, mine.apiKey, {
      body: {
        external_id: "u-word",
        consents: [{ ...word, source: "dashboard", occurred_at: "2024-01-05T09:00:00Z" }],
      },
    });
    const contact = { contact_id: String(created.body.id) };
    const later = { ...word, status: "denied", source: "dashboard", occurred_at: "2025-01-05T09:00:00Z" };
    const changed = await call(PATCH, mine.apiKey, { params: contact, body: { consents: [later] } });
    expect(changed.body.consents).toEqual([{ ...later, occurred_at: "2025-01-05T09:00:00.000Z" }]);
    const older = { ...later, status: "granted", occurred_at: "2024-12-31T09:00:00Z" };
    const kept = await call(PATCH, mine.apiKey, { params: contact, body: { consents: [older] } });
    expect(kept.body.consents).toMatchObject([{ status: "denied" }]);
    const told = await mine.scope.sql<{ action: string }>`
      select action from audit_log where workspace_id = ${mine.workspaceId}
        and after -> 'consents' -> 0 ->> 'source' = 'dashboard' order by id`;
    expect(told.map(({ action }) => action)).toEqual([
      "contact.created",
      "contact.updated",
      "contact.updated",
    ]);
  });

  it("answers another workspace's contact exactly like one that does not exist", async () => {
    const { body } = await call(upsertContact, theirs.apiKey, { body: { external_id: "secret" } });
    const foreign = { contact_id: String(body.id) };
    const invented = { contact_id: "con_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" };
    const withoutId = (text: string) => text.replace(/"instance":"[^"]+"/, "");
    for (const [handler, options] of [
      [getContact, {}],
      [PATCH, { body: { first_name: "x" } }],
      [DELETE, {}],
    ] as const) {
      const a = await call(handler, mine.apiKey, { params: foreign, ...options });
      const b = await call(handler, mine.apiKey, { params: invented, ...options });
      expect(a.status).toBe(404);
      expect(withoutId(a.text)).toBe(withoutId(b.text));
    }
  });

  it("names every wrong field and saves nothing", async () => {
    const answer = await call(upsertContact, mine.apiKey, {
      body: { external_id: "bad", time_zone: "Mars/Base", colour: "red", country: "tr" },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const pointers = (answer.body.errors as { pointer: string }[]).map((error) => error.pointer).sort();
    expect(pointers).toEqual(["colour", "country", "time_zone"]);
    const found = await call(listContacts, mine.apiKey, { query: { external_id: "bad" } });
    expect(found.body.data).toEqual([]);
  });

  it("refuses an unknown query field by name", async () => {
    const answer = await call(listContacts, mine.apiKey, { query: { colour: "red" } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: "colour", code: "unknown_field" }]);
  });

  it("saves the good rows of a bulk call and reports the bad ones by index", async () => {
    const contacts = [
      { external_id: "b-1" },
      { external_id: "b-2", email: "nonsense" },
      { external_id: "b-1", first_name: "Twice" },
    ];
    const answer = await call(bulkUpsert, mine.apiKey, { body: { contacts } });
    expect(answer.body).toMatchObject({ created: 1, updated: 0, errors: [{ index: 1, pointer: "email" }] });
    const found = await call(listContacts, mine.apiKey, { query: { external_id: "b-1" } });
    expect(found.body.data).toMatchObject([{ first_name: "Twice" }]);
  });

  it("creates one contact when two callers race with the same external id", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call(upsertContact, mine.apiKey, { body: { external_id: "race" } })),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it("creates one contact when callers race with the same address, and deadlocks nobody", async () => {
    const one = await Promise.all(
      Array.from({ length: 12 }, () =>
        call(upsertContact, mine.apiKey, { body: { email: "race@example.com" } }),
      ),
    );
    expect(new Set(one.map((answer) => answer.body.id)).size).toBe(1);
    const contacts = Array.from({ length: 100 }, (_, n) => ({
      external_id: `lock-${n}`,
      email: `lock-${n}@example.com`,
    }));
    const batches = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        call(bulkUpsert, mine.apiKey, { body: { contacts: n % 2 ? contacts : contacts.toReversed() } }),
      ),
    );
    expect(batches.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it.each([
    ["a NUL", { external_id: "a\u0000b" }, "external_id"],
    ["a tag that would become two", { tags: ["vip", "a\u001fb"] }, "tags.1"],
    ["half a character", { attributes: { note: "\ud800" } }, "attributes.note"],
    ["a birth date that no person has", { external_id: "x", birth_date: "0000-01-01" }, "birth_date"],
  ])("refuses %s by name instead of failing on it", async (_, body, pointer) => {
    const answer = await call(upsertContact, mine.apiKey, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  it("answers a body of countless unknown fields briefly", async () => {
    const junk = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 1]));
    const answer = await call(upsertContact, mine.apiKey, { body: junk });
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(100_000);
  });

  it("refuses a cursor that is none of ours", async () => {
    const after = Buffer.from(JSON.stringify(["a", "b"])).toString("base64url");
    const answer = await call(listContacts, mine.apiKey, { query: { after } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "after" }] } });
  });

  it("refuses a cookie whose sender hides where it comes from", async () => {
    const member = await signInMember(database.sql, mine, "member");
    const headers = { origin: "null" };
    expect((await call(upsertContact, member, { body: { external_id: "v" }, headers })).status).toBe(403);
  });

  it("pages through everyone once with the cursor", async () => {
    const scenario = await createScenario(database.sql);
    await call(bulkUpsert, scenario.apiKey, {
      body: { contacts: Array.from({ length: 25 }, (_, n) => ({ external_id: `p-${n}` })) },
    });
    const seen: unknown[] = [];
    let after: string | undefined;
    do {
      const page = await call(listContacts, scenario.apiKey, {
        query: { limit: "10", ...(after ? { after } : {}) },
      });
      seen.push(...(page.body.data as { external_id: string }[]).map((row) => row.external_id));
      after = (page.body.next_cursor as string | null) ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });

  it("lets a viewer read and refuses the same person to write", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    expect((await call(listContacts, viewer)).status).toBe(200);
    const refused = await call(upsertContact, viewer, { body: { external_id: "v" } });
    expect(refused).toMatchObject({ status: 403, body: { code: "forbidden", permission: "contacts.write" } });
  });

  it("refuses a cookie that another site sends along", async () => {
    const member = await signInMember(database.sql, mine, "member");
    const refused = await call(upsertContact, member, {
      body: { external_id: "v" },
      headers: { origin: "https://evil.example" },
    });
    expect(refused.status).toBe(403);
  });

  it("lets a key that may only write see what it wrote", async () => {
    await mine.scope
      .sql`update api_keys set scopes = '{contacts.write}' where workspace_id = ${mine.workspaceId}`;
    const written = await call(upsertContact, mine.apiKey, { body: { external_id: "write-only" } });
    expect(written).toMatchObject({ status: 201, body: { external_id: "write-only" } });
    expect((await call(listContacts, mine.apiKey)).status).toBe(403);
    await mine.scope.sql`update api_keys set scopes = '{all}' where workspace_id = ${mine.workspaceId}`;
  });

  it("asks strangers to sign in, in their language", async () => {
    const answer = await call(listContacts, {}, { headers: { "accept-language": "tr-TR,tr;q=0.9" } });
    expect(answer).toMatchObject({
      status: 401,
      body: { detail: "Oturum açın ya da geçerli bir API anahtarı gönderin." },
    });
  });

  it("replays the first answer for a repeated idempotency key and refuses another body under it", async () => {
    const headers = { "idempotency-key": "k-1" };
    const first = await call(upsertContact, mine.apiKey, { body: { external_id: "idem" }, headers });
    const again = await call(upsertContact, mine.apiKey, { body: { external_id: "idem" }, headers });
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.body).toEqual(first.body);
    const other = await call(upsertContact, mine.apiKey, { body: { external_id: "other" }, headers });
    expect(other).toMatchObject({ status: 422, body: { reason: "idempotency_key_reused" } });
  });
});
