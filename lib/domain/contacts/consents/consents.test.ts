import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as unsubscribe } from "@/app/(public)/u/[token]/route";
import { PATCH as updateContact } from "@/app/api/v1/contacts/[contact_id]/route";
import { POST as bulkUpsert } from "@/app/api/v1/contacts/bulk/route";
import { POST as upsertContact } from "@/app/api/v1/contacts/route";
import { mergeInto } from "@/db/queries/events/merge-people";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { deleteContact } from "../delete-contact";
import { getContact } from "../get-contact";
import { unsubscribeUrlOf } from "../unsubscribe/unsubscribe-link";
import { upsertContact as save } from "../upsert-contact";

const hour = 60 * 60 * 1_000;
const later = (millis: number) => new Date(Date.now() + millis);

describe("consents", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let contactId: string;
  let people = 0;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });
  beforeEach(async () => {
    people += 1;
    contactId = (await save(mine.ctx, { externalId: `p-${people}` })).id;
  });

  const consentsOf = async () => (await getContact(mine.ctx, { contactId })).consents;
  const grant = (occurredAt?: Date) =>
    save(mine.ctx, {
      externalId: `p-${people}`,
      consents: [{ channel: "email", status: "granted", source: "shop", occurredAt }],
    });
  const storeFuture = (status: string) => mine.scope.sql`
    insert into consents (workspace_id, contact_id, channel, category, status, source, occurred_at)
    values (${mine.workspaceId}, ${contactId}, 'email', 'marketing', ${status}, 'old', '2199-01-01')`;
  async function click(action: "unsubscribe" | "undo"): Promise<number> {
    const url = unsubscribeUrlOf(mine.workspaceId, contactId, "email");
    const body = new URLSearchParams({ action });
    const params = Promise.resolve({ token: url.split("/").at(-1) ?? "" });
    return (await unsubscribe(new Request(url, { method: "POST", body }), { params })).status;
  }

  it("that nobody can have given yet are refused by name, wherever the API takes them", async () => {
    const occurred_at = later(50 * hour).toISOString();
    const consents = [{ channel: "email", status: "granted", occurred_at }];
    const errors = [{ pointer: "consents.0.occurred_at", code: "future_date" }];
    const upsert = await call(upsertContact, mine.apiKey, { body: { external_id: "future", consents } });
    expect(upsert).toMatchObject({ status: 400, body: { errors } });
    const wire = (await call(upsertContact, mine.apiKey, { body: { external_id: "patched" } })).body;
    const params = { contact_id: String(wire.id) };
    const patch = await call(updateContact, mine.apiKey, { params, body: { consents } });
    expect(patch).toMatchObject({ status: 400, body: { errors } });
    const bulk = await call(bulkUpsert, mine.apiKey, {
      body: { contacts: [{ external_id: "good" }, { external_id: "future", consents }] },
    });
    expect(bulk.body).toMatchObject({ created: 1, errors: [{ index: 1, ...errors[0] }] });
  });

  it("of a clock that is a little ahead are taken as given now", async () => {
    await grant(later(hour));
    const [consent] = await consentsOf();
    expect(consent?.status).toBe("granted");
    expect(consent?.occurredAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await click("unsubscribe")).toBe(200);
    expect(await consentsOf()).toMatchObject([{ status: "denied" }]);
  });

  it("of a visitor who became a user since are the user's: the link in the old mail takes them out", async () => {
    const visitor = contactId;
    const { id: user } = await save(mine.ctx, { externalId: "became-user" });
    await mine.scope.transaction((tx) => mergeInto(tx, visitor, user));
    expect(await click("unsubscribe")).toBe(200);
    contactId = user;
    expect(await consentsOf()).toMatchObject([{ status: "denied", source: "unsubscribe_link" }]);
  });

  it("of who was deleted are taken as given: the old mail's one click is no error", async () => {
    await deleteContact(mine.ctx, { contactId });
    expect(await click("unsubscribe")).toBe(200);
    expect(await click("undo")).toBe(200);
  });

  it("stored with a date to come do not outweigh what is said now", async () => {
    await storeFuture("granted");
    expect(await click("unsubscribe")).toBe(200);
    expect(await consentsOf()).toMatchObject([{ status: "denied", source: "unsubscribe_link" }]);
  });

  it("stored with a date to come still outweigh what was said long ago", async () => {
    await storeFuture("denied");
    await grant(later(-1_000 * hour));
    expect(await consentsOf()).toMatchObject([{ status: "denied" }]);
  });

  it("an undone opt-out leaves no yes behind that was never given", async () => {
    await click("unsubscribe");
    await click("undo");
    expect(await consentsOf()).toEqual([]);
  });

  it("an undone opt-out brings back the yes that was there, though it was clicked twice", async () => {
    await grant(later(-hour));
    const before = await consentsOf();
    await click("unsubscribe");
    await click("unsubscribe");
    await click("undo");
    await click("undo");
    expect(await consentsOf()).toEqual(before);
  });

  it("an opt-out is not undone where something else was said since", async () => {
    await grant(later(-hour));
    await click("unsubscribe");
    await save(mine.ctx, { externalId: `p-${people}`, consents: [{ channel: "email", status: "denied" }] });
    await click("undo");
    expect(await consentsOf()).toMatchObject([{ status: "denied", source: "api" }]);
  });
});
