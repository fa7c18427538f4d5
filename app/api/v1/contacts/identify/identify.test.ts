import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { GET as listEvents, POST as trackEvents } from "../../events/route";
import { GET as getContact, PATCH as updateContact } from "../[contact_id]/route";
import { POST as alias } from "../alias/route";
import { POST as upsertContact } from "../route";
import { POST as identify } from "./route";

describe("who somebody is", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const say = async (body: object) => (await call(identify, mine.apiKey, { body })).body;
  const track = (body: object) => call(trackEvents, mine.apiKey, { body });
  const read = async (contactId: unknown) =>
    (await call(getContact, mine.apiKey, { params: { contact_id: String(contactId) } })).body;
  const eventsOf = async (query: Record<string, string>) =>
    (await call(listEvents, mine.apiKey, { query })).body.data as { name: string }[];

  it("makes a contact of an id that is new, and finds it again", async () => {
    const first = await say({
      external_id: "a-1",
      traits: { first_name: "Ayşe", attributes: { plan: "pro" } },
    });
    expect(first).toMatchObject({ created: true, merged: false });
    expect(await say({ external_id: "a-1" })).toEqual({ ...first, created: false });
    expect(await read(first.contact_id)).toMatchObject({ first_name: "Ayşe", attributes: { plan: "pro" } });
    expect(await call(identify, mine.apiKey, { body: {} })).toMatchObject({ status: 400 });
  });

  it("lets the later word count however late it arrives", async () => {
    const { contact_id } = await say({
      external_id: "a-2",
      traits: { city: "İzmir" },
      occurred_at: "2026-03-02T00:00:00Z",
    });
    await say({ external_id: "a-2", traits: { city: "Bursa" }, occurred_at: "2026-03-01T00:00:00Z" });
    expect(await read(contact_id)).toMatchObject({ city: "İzmir" });
    await say({ external_id: "a-2", traits: { city: "Konya" }, occurred_at: "2026-03-03T00:00:00Z" });
    expect(await read(contact_id)).toMatchObject({ city: "Konya" });
  });

  it("does not let an old word undo what was written by hand since", async () => {
    const { contact_id } = await say({ external_id: "a-3", traits: { city: "İzmir" } });
    await call(updateContact, mine.apiKey, {
      params: { contact_id: String(contact_id) },
      body: { city: "Muğla" },
    });
    await say({ external_id: "a-3", traits: { city: "Bursa" }, occurred_at: "2026-01-01T00:00:00Z" });
    expect(await read(contact_id)).toMatchObject({ city: "Muğla" });
  });

  it("makes the anonymous contact the user's: events, subscriptions and the open cart move, both ids stay", async () => {
    const cart = { name: "cart_updated", properties: { cart_id: "cart-9" } };
    await track({ ...cart, anonymous_id: "b-1", create_contact: true, occurred_at: "2026-04-01T00:00:00Z" });
    const visitor = await say({
      anonymous_id: "b-1",
      traits: { email: "b@example.com", locale: "tr", attributes: { source: "ad" } },
    });
    const user = await call(upsertContact, mine.apiKey, {
      body: { external_id: "b-user", first_name: "Burak" },
    });
    const merged = await call(alias, mine.apiKey, { body: { anonymous_id: "b-1", external_id: "b-user" } });
    expect(merged.body).toEqual({ contact_id: user.body.id, created: false, merged: true });
    expect(await read(user.body.id)).toMatchObject({
      first_name: "Burak",
      locale: "tr",
      email: "b@example.com",
      attributes: { source: "ad" },
    });
    expect(await eventsOf({ external_id: "b-user", name: "cart_updated" })).toMatchObject([cart]);
    await track({ name: "later", anonymous_id: "b-1" });
    await track({ name: "later_still", contact_id: visitor.contact_id });
    expect((await eventsOf({ external_id: "b-user" })).map(({ name }) => name).sort()).toEqual([
      "cart_updated",
      "later",
      "later_still",
    ]);
    expect(
      await call(getContact, mine.apiKey, { params: { contact_id: String(visitor.contact_id) } }),
    ).toMatchObject({
      status: 404,
    });
    const again = await call(alias, mine.apiKey, { body: { anonymous_id: "b-1", external_id: "b-user" } });
    expect(again).toMatchObject({ status: 200, body: { merged: false } });
  });

  it("gives a visitor who turns out to be a new user that user's id", async () => {
    await track({ name: "visited", anonymous_id: "c-1", create_contact: true });
    const { contact_id } = await say({ anonymous_id: "c-1", external_id: "c-user" });
    expect(await read(contact_id)).toMatchObject({ external_id: "c-user", kind: "user" });
    expect(await eventsOf({ external_id: "c-user" })).toMatchObject([{ name: "visited" }]);
  });

  it("never makes two users one: a browser that was somebody else's stays theirs", async () => {
    const first = await say({ anonymous_id: "d-1", external_id: "d-user-1" });
    const second = await say({ anonymous_id: "d-1", external_id: "d-user-2" });
    expect(second.contact_id).not.toBe(first.contact_id);
    expect(await say({ anonymous_id: "d-1" })).toMatchObject({ contact_id: first.contact_id });
    const taken = await call(alias, mine.apiKey, { body: { anonymous_id: "d-1", external_id: "d-user-2" } });
    expect(taken).toMatchObject({ status: 409, body: { reason: "already_identified" } });
  });

  it("is one person when all their ids arrive at the same time", async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => say({ anonymous_id: "e-1", external_id: "e-user" })),
      ...Array.from({ length: 5 }, () =>
        track({ name: "visited", anonymous_id: "e-1", create_contact: true }),
      ),
    ]);
    expect(
      new Set(answers.slice(0, 5).map((answer) => (answer as { contact_id: string }).contact_id)).size,
    ).toBe(1);
    expect(await eventsOf({ external_id: "e-user" })).toHaveLength(5);
  });
});
