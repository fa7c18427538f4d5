import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { GET as getContact, PATCH } from "./[contact_id]/route";
import { POST as bulkUpsert } from "./bulk/route";
import { GET as listContacts, POST as upsertContact } from "./route";

type Detail = {
  id: string;
  email: string | null;
  phone: string | null;
  subscriptions: { id: string; channel: string; address: string; status: string }[];
};

describe("a contact's e-mail and phone", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const create = async (body: object): Promise<Detail> => {
    const answer = await call(upsertContact, mine.apiKey, { body });
    expect(answer.status).toBe(201);
    return answer.body as unknown as Detail;
  };
  const patch = async (id: string, body: object): Promise<Detail> => {
    const answer = await call(PATCH, mine.apiKey, { params: { contact_id: id }, body });
    expect(answer.status).toBe(200);
    return answer.body as unknown as Detail;
  };
  const read = async (id: string): Promise<Detail> =>
    (await call(getContact, mine.apiKey, { params: { contact_id: id } })).body as unknown as Detail;
  const addressesOf = ({ subscriptions }: Detail) => subscriptions.map(({ address }) => address).sort();

  it("are replaced by a correction: the old address is listed and written to no more", async () => {
    const { id } = await create({ external_id: "c-1", email: "ayşe@typo.example", phone: "0532 123 45 60" });
    const changed = await patch(id, { email: "ayse@right.example", phone: "0532 123 45 61" });
    expect(changed).toMatchObject({ email: "ayse@right.example", phone: "+905321234561" });
    expect(addressesOf(changed)).toEqual(["+905321234561", "ayse@right.example"]);
    const active = await mine.scope.sql`
      select address from subscriptions where workspace_id = ${mine.workspaceId} and status = 'active'
        and address in ('ayşe@typo.example', '+905321234560')`;
    expect(active).toEqual([]);
  });

  it("are removed by null, left alone by silence and by an empty text", async () => {
    const { id } = await create({ external_id: "c-2", email: "c2@example.com", phone: "0532 123 45 62" });
    expect(await patch(id, { first_name: "Can", email: "" })).toMatchObject({ email: "c2@example.com" });
    const changed = await patch(id, { phone: null });
    expect(changed).toMatchObject({ email: "c2@example.com", phone: null });
    expect(addressesOf(changed)).toEqual(["c2@example.com"]);
  });

  it("mean one of several: its successor takes its place, the others stay", async () => {
    const { id } = await create({
      external_id: "c-3",
      email: "main@example.com",
    });
    await patch(id, { subscriptions: [{ channel: "email", address: "second@example.com" }] });
    await patch(id, { email: "better@example.com" });
    expect(await read(id)).toMatchObject({ email: "better@example.com" });
    expect(addressesOf(await read(id))).toEqual(["better@example.com", "second@example.com"]);
    const swapped = await patch(id, { email: "second@example.com" });
    expect(swapped.email).toBe("second@example.com");
    expect(addressesOf(swapped)).toEqual(["second@example.com"]);
  });

  it("come back when the former address is given again", async () => {
    const { id } = await create({ external_id: "c-4", email: "first@example.com" });
    await patch(id, { subscriptions: [{ channel: "email", address: "other@example.com" }] });
    await patch(id, { email: "interim@example.com" });
    const back = await patch(id, { email: "First@example.com" });
    expect(back).toMatchObject({ email: "First@example.com" });
    expect(back.subscriptions).toMatchObject([{ status: "active" }, { status: "active" }]);
  });

  it("that work come before those that do not", async () => {
    const { id } = await create({ external_id: "c-5", email: "bounced@example.com" });
    await mine.scope
      .sql`update subscriptions set status = 'gone' where workspace_id = ${mine.workspaceId} and address = 'bounced@example.com'`;
    expect(await read(id)).toMatchObject({ email: "bounced@example.com" });
    await patch(id, { subscriptions: [{ channel: "email", address: "works@example.com" }] });
    expect(await read(id)).toMatchObject({ email: "works@example.com" });
  });

  it("read without a country code in the contact's own country", async () => {
    const { id } = await create({ external_id: "c-6", country: "DE" });
    expect(await patch(id, { phone: "01512 3456789" })).toMatchObject({ phone: "+4915123456789" });
  });

  it("are named with everything else that is wrong, and a number that may be right elsewhere is not", async () => {
    const { id } = await create({ external_id: "c-15", country: "DE" });
    const pointersOf = async (body: object) => {
      const refused = await call(PATCH, mine.apiKey, { params: { contact_id: id }, body });
      expect(refused.status).toBe(400);
      return (refused.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort();
    };
    const bad = { email: "nonsense", phone: "12" };
    expect(await pointersOf(bad)).toEqual(["email", "phone"]);
    expect(await pointersOf({ ...bad, country: "tr", time_zone: "Mars" })).toEqual([
      "country",
      "email",
      "phone",
      "time_zone",
    ]);
    expect(await pointersOf({ phone: "01512 3456789", country: "de" })).toEqual(["country"]);
    expect(await pointersOf({ phone: "0532 123", country: "TR", time_zone: "Mars" })).toEqual([
      "phone",
      "time_zone",
    ]);
  });

  it("free the old address for somebody else, and for finding them by it", async () => {
    const { id } = await create({ external_id: "c-7", email: "shared@example.com" });
    await patch(id, { email: "own@example.com" });
    const found = await call(listContacts, mine.apiKey, { query: { email: "shared@example.com" } });
    expect(found.body.data).toEqual([]);
    const other = await create({ email: "shared@example.com", first_name: "Other" });
    expect(other.id).not.toBe(id);
    expect(other).toMatchObject({ email: "shared@example.com" });
    expect(addressesOf(await read(id))).toEqual(["own@example.com"]);
  });

  it("move here from another contact, who is left without", async () => {
    const theirs = await create({ external_id: "c-8", email: "taken@example.com" });
    const { id } = await create({ external_id: "c-9", email: "c9@example.com" });
    expect(addressesOf(await patch(id, { email: "taken@example.com" }))).toEqual(["taken@example.com"]);
    expect(await read(theirs.id)).toMatchObject({ email: null, subscriptions: [] });
  });

  it("are replaced by an upsert that names the person by external id", async () => {
    const { id } = await create({ external_id: "c-10", email: "old10@example.com" });
    const changed = await create({ external_id: "c-10", email: "new10@example.com" });
    expect(changed.id).toBe(id);
    expect(addressesOf(changed)).toEqual(["new10@example.com"]);
    expect(await create({ external_id: "c-10", email: null })).toMatchObject({ email: null });
  });

  it("say who is meant in an upsert without external id, which then replaces only the other one", async () => {
    const { id } = await create({ external_id: "c-11", email: "c11@example.com", phone: "0532 123 45 63" });
    await patch(id, { subscriptions: [{ channel: "email", address: "c11-second@example.com" }] });
    const changed = await create({ email: "c11-second@example.com", phone: "0532 123 45 64" });
    expect(changed.id).toBe(id);
    expect(changed).toMatchObject({ email: "c11@example.com", phone: "+905321234564" });
    expect(addressesOf(changed)).toEqual(["+905321234564", "c11-second@example.com", "c11@example.com"]);
  });

  it("are the last said of several words in one bulk call", async () => {
    await create({ external_id: "c-12", email: "zero@example.com" });
    const contacts = ["one@example.com", "two@example.com", "three@example.com"].flatMap((email) => [
      { external_id: "c-12", email },
      { external_id: "c-13", email: `new-${email}` },
    ]);
    await call(bulkUpsert, mine.apiKey, { body: { contacts } });
    for (const [external_id, address] of [
      ["c-12", "three@example.com"],
      ["c-13", "new-three@example.com"],
    ]) {
      const found = await call(listContacts, mine.apiKey, { query: { external_id: external_id ?? "" } });
      expect(found.body.data).toMatchObject([{ email: address, subscriptions: [{ address }] }]);
    }
  });

  it("still name the addresses that were written to in old deliveries", async () => {
    const { id, subscriptions } = await create({ external_id: "c-14", email: "then@example.com" });
    await patch(id, { email: "now@example.com" });
    const [kept] = await mine.scope.sql<{ address: string; status: string }>`
      select address, status from subscriptions where workspace_id = ${mine.workspaceId}
        and id = ${subscriptions[0]?.id.slice(4) ?? ""}::uuid`;
    expect(kept).toEqual({ address: "then@example.com", status: "removed" });
  });
});
