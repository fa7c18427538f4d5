import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { POST as upsertContact } from "../contacts/route";
import { GET as listNames } from "./names/route";
import { GET as listEvents, POST as trackEvents } from "./route";

describe("events over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await call(upsertContact, mine.apiKey, { body: { external_id: "u-1", first_name: "Ayşe" } });
  });

  const track = (body: unknown) => call(trackEvents, mine.apiKey, { body });
  const list = (query: Record<string, string>) => call(listEvents, mine.apiKey, { query });

  it("keeps an event with its person, its time and its properties, and lists it", async () => {
    const properties = { cart_id: "c-1", total: 129900, currency: "TRY", note: "hediye" };
    const tracked = await track({
      name: "cart_updated",
      external_id: "u-1",
      occurred_at: "2026-05-01T10:00:00+03:00",
      properties,
    });
    expect(tracked).toMatchObject({ status: 200, body: { accepted: 1, repeated: 0, errors: [] } });
    const { body } = await list({ name: "cart_updated", external_id: "u-1" });
    expect(body.data).toMatchObject([
      {
        name: "cart_updated",
        occurred_at: "2026-05-01T07:00:00.000Z",
        source: "api",
        properties,
        contact: { external_id: "u-1", first_name: "Ayşe" },
      },
    ]);
  });

  it("counts a repeat once, alone, in a batch, inside one batch, and from requests at the same time", async () => {
    const event = { id: "once", name: "signed_up", external_id: "u-1", occurred_at: "2026-05-02T10:00:00Z" };
    const [first] = await Promise.all([track(event)]);
    expect(first?.body).toMatchObject({ accepted: 1, repeated: 0 });
    expect((await track(event)).body).toMatchObject({ accepted: 0, repeated: 1 });
    expect((await track({ events: [event, event, { ...event, id: "other" }] })).body).toMatchObject({
      accepted: 1,
      repeated: 2,
    });
    const racing = await Promise.all(Array.from({ length: 20 }, () => track({ ...event, id: "race" })));
    const sum = (key: string) => racing.reduce((so, { body }) => so + Number(body[key]), 0);
    expect([sum("accepted"), sum("repeated")]).toEqual([1, 19]);
    expect((await list({ name: "signed_up" })).body.data).toHaveLength(3);
  });

  it("keeps many of different names and people apart, whatever their ids and properties hold", async () => {
    const { apiKey } = await createScenario(database.sql);
    const listed = async (query: Record<string, string>) =>
      (await call(listEvents, apiKey, { query })).body.data;
    const people = ["__proto__", "constructor", 'a,b"c\\d', "{e\nf}", "null", "ğü 🛒"];
    const said = people.map((person, n) => ({
      name: `kind_${n % 3}`,
      occurred_at: `2025-12-31T23:59:59.00${n + 1}Z`,
      properties: { text: 'line\nnext "quoted" \\ {a,b}', of: person },
    }));
    const events: object[] = said.map((event, n) => ({
      ...event,
      external_id: people[n],
      create_contact: true,
    }));
    events.push({ name: "kind_0", anonymous_id: "__proto__", create_contact: true });
    const { body } = await call(trackEvents, apiKey, { body: { events } });
    expect(body).toMatchObject({ accepted: people.length + 1, errors: [] });
    for (const [n, external_id] of people.entries())
      expect(await listed({ external_id })).toMatchObject([{ ...said[n], contact: { external_id } }]);
    expect(await listed({ name: "kind_0" })).toHaveLength(3);
  });

  it("takes events in any order and lists them by when they happened", async () => {
    const at = (day: number) => `2025-0${day}-01T00:00:00Z`;
    const events = [3, 1, 2].map((day) => ({ name: "visited", external_id: "u-1", occurred_at: at(day) }));
    await track({ events });
    const { body } = await list({ name: "visited", limit: "2" });
    expect(body.data).toMatchObject([
      { occurred_at: "2025-03-01T00:00:00.000Z" },
      { occurred_at: "2025-02-01T00:00:00.000Z" },
    ]);
    const rest = await list({ name: "visited", after: String(body.next_cursor) });
    expect(rest.body.data).toMatchObject([{ occurred_at: "2025-01-01T00:00:00.000Z" }]);
    const within = await list({ name: "visited", since: at(2), until: at(3) });
    expect(within.body.data).toMatchObject([{ occurred_at: "2025-02-01T00:00:00.000Z" }]);
  });

  it("names what is wrong by index and keeps the others", async () => {
    const good = { name: "page_viewed", external_id: "u-1" };
    const { status, body } = await track({
      events: [
        good,
        { ...good, name: "Wrong Name" },
        { ...good, external_id: "nobody" },
        { ...good, id: "without a time" },
        { ...good, occurred_at: "2199-01-01T00:00:00Z" },
        { ...good, properties: { text: "x".repeat(40_000) } },
        { name: "order_completed", external_id: "u-1", properties: { order_id: "o-1", total: 12.5 } },
        { name: "page_viewed" },
        { ...good, surprise: true },
        "nonsense",
        { ...good, name: "notification.opened" },
        good,
      ],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 2, repeated: 0 });
    const errors = body.errors as { index: number; pointer: string; code: string }[];
    expect([...new Set(errors.map(({ index }) => index))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(errors).toMatchObject([
      { index: 1, pointer: "name" },
      { index: 2, pointer: "contact_id", code: "unknown_contact" },
      { index: 3, pointer: "occurred_at", code: "required" },
      { index: 4, pointer: "occurred_at", code: "in_the_future" },
      { index: 5, pointer: "properties", code: "too_large" },
      { index: 6, pointer: "properties.total" },
      { index: 6, pointer: "properties.currency" },
      { index: 7, pointer: "contact_id", code: "required" },
      { index: 8, pointer: "surprise", code: "unknown_field" },
      { index: 9, pointer: "" },
      { index: 10, pointer: "name" },
    ]);
  });

  it("refuses an event of no currency of ISO 4217 with field and remedy, and keeps its neighbours", async () => {
    const order = (n: number, properties: object) => ({
      ...{ name: "order_completed", external_id: "u-1", create_contact: true },
      properties: { order_id: `iso-${n}`, total: "12.50", ...properties },
    });
    const unknown = ["XQZ", "lira", "try", "XTS"].map((currency, n) => order(n, { currency }));
    const refund = {
      ...order(8, {}),
      name: "order_refunded",
      properties: { order_id: "iso-0", amount: "1.005", currency: "QQQ" },
    };
    const cart = { ...order(9, {}), name: "cart_updated", properties: { cart_id: "c", currency: "ABC" } };
    const events = [...unknown, refund, cart, order(7, { currency: "KWD" })];
    const { status, body } = await track({ events });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 1 });
    expect(body.errors).toMatchObject(
      [0, 1, 2, 3, 4, 5].map((index) => ({
        ...{ index, pointer: "properties.currency" },
        detail: expect.stringMatching(/ISO 4217.*TRY/),
      })),
    );
  });

  it.each([
    [{}, 400],
    [{ name: "x", external_id: "u-1", extra: 1 }, 400],
    [{ events: [] }, 400],
    [{ events: Array.from({ length: 1_001 }, () => ({ name: "x", external_id: "u-1" })) }, 400],
    [{ name: "x", external_id: "nobody" }, 422],
    [{ name: "x", external_id: "u\u0000" }, 400],
    [{ name: "x", external_id: "u-1", properties: nest(30) }, 400],
    [`{"name":"x","external_id":"u-1","properties":${'{"a":'.repeat(60_000)}1${"}".repeat(60_001)}`, 400],
  ])("refuses what cannot be an event: case %#", async (body, status) => {
    const answer = await track(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it.each([["text"], [["a", "list"]], [null]])(
    "says that properties are an object, not %j",
    async (properties) => {
      const answer = await track({ name: "visited", external_id: "u-1", properties });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        errors: [
          { pointer: "properties", code: "invalid_type", detail: expect.stringContaining("expected object") },
        ],
      });
    },
  );

  it("makes the contact only when told to, once for all who ask at the same time", async () => {
    const event = { name: "visited", anonymous_id: "browser-1" };
    expect((await track(event)).body).toMatchObject({ code: "unprocessable", reason: "unknown_contact" });
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, n) => track({ ...event, name: `visited_${n}`, create_contact: true })),
    );
    expect(made.map(({ body }) => body.accepted)).toEqual(Array(10).fill(1));
    await track({ events: [{ name: "bought", external_id: "u-new", create_contact: true }] });
    const [row] = await mine.scope.sql<{ guests: number; users: number }>`
      select count(*) filter (where kind = 'guest')::int as guests,
        count(*) filter (where external_id = 'u-new')::int as users from contacts where workspace_id = ${mine.workspaceId}`;
    expect(row).toEqual({ guests: 1, users: 1 });
  });

  it("moves the person's last activity forward, never back, and audiences see it", async () => {
    const { body } = await call(upsertContact, mine.apiKey, { body: { external_id: "u-active" } });
    const contactId = String(body.id);
    const lastActive = async () => {
      const [row] = await mine.scope.sql<{ lastActiveAt: Date | null }>`
        select last_active_at from contacts where workspace_id = ${mine.workspaceId} and external_id = 'u-active'`;
      return row?.lastActiveAt?.toISOString();
    };
    await track({ name: "visited", contact_id: contactId, occurred_at: "2026-06-02T00:00:00Z" });
    await expect.poll(lastActive).toBe("2026-06-02T00:00:00.000Z");
    await track({ name: "visited", contact_id: contactId, occurred_at: "2026-06-01T00:00:00Z" });
    await track({ name: "visited", contact_id: contactId, occurred_at: "2026-06-03T00:00:00Z" });
    await expect.poll(lastActive).toBe("2026-06-03T00:00:00.000Z");
  });

  it("hands an event to workflows only under a name that somebody waits for, and once", async () => {
    await mine.scope.sql`
      insert into event_listeners (workspace_id, event_name) values (${mine.workspaceId}, 'cart_abandoned')`;
    const event = {
      id: "abandoned-1",
      external_id: "u-1",
      occurred_at: "2026-05-05T00:00:00Z",
      properties: { cart_id: "c-1" },
    };
    await track({ ...event, name: "cart_abandoned" });
    await track({
      events: [
        { ...event, name: "cart_abandoned" },
        { ...event, name: "cart_updated" },
      ],
    });
    const handed = await database.sql<{ name: string; data: Record<string, string> }[]>`
      select name, data from workflow.outbox where name = 'events/tracked'`;
    expect(handed).toMatchObject([{ data: { workspaceId: mine.workspaceId, name: "cart_abandoned" } }]);
  });

  it("goes with the person it is about", async () => {
    await track({ name: "visited", external_id: "u-gone", create_contact: true });
    const { body } = await list({ external_id: "u-gone" });
    const [event] = body.data as { contact_id: string }[];
    const { DELETE } = await import("../contacts/[contact_id]/route");
    await call(DELETE, mine.apiKey, { params: { contact_id: event?.contact_id ?? "" } });
    const left = await list({ contact_id: event?.contact_id ?? "" });
    expect(left.body.data).toEqual([]);
  });

  it("is read by everybody of the workspace and tracked by those who may", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    expect((await call(listEvents, viewer)).status).toBe(200);
    expect((await call(listNames, viewer)).body.names).toContain("cart_updated");
    const refused = await call(trackEvents, viewer, { body: { name: "x", external_id: "u-1" } });
    expect(refused).toMatchObject({ status: 403, body: { permission: "events.track" } });
  });
});

function nest(levels: number): object {
  return levels === 0 ? {} : { deeper: nest(levels - 1) };
}
