import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { POST as upsertContact } from "../../route";
import { GET as getContact } from "../route";
import { DELETE as removeSubscription } from "./[subscription_id]/route";
import { POST as addSubscription } from "./route";

type Subscription = { id: string; address: string; channel: string; status: string };

describe("the addresses of a contact, one by one", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const create = async (body: object) =>
    (await call(upsertContact, mine.apiKey, { body })).body as { id: string; subscriptions: Subscription[] };
  const add = (contactId: string, body: object) =>
    call(addSubscription, mine.apiKey, { params: { contact_id: contactId }, body });
  const remove = (contactId: string, subscriptionId: string) =>
    call(removeSubscription, mine.apiKey, {
      params: { contact_id: contactId, subscription_id: subscriptionId },
    });
  const addressesOf = async (contactId: string) =>
    (
      (await call(getContact, mine.apiKey, { params: { contact_id: contactId } })).body
        .subscriptions as Subscription[]
    ).map(({ address }) => address);
  const auditOf = (contactId: string) => mine.scope.sql`
    select action, after from audit_log where workspace_id = ${mine.workspaceId}
      and target_id = ${contactId.slice(4)}::uuid::text and action like 'contact.address%' order by id`;

  it("are added beside what is there, once, and the entry in the log says which", async () => {
    const { id } = await create({ external_id: "s-1", email: "one@example.com", country: "DE" });
    const added = await add(id, { channel: "sms", address: "01512 3456789" });
    expect(added).toMatchObject({ status: 201, body: { channel: "sms", address: "+4915123456789" } });
    const again = await add(id, { channel: "sms", address: "+49 1512 3456789" });
    expect(again.body.id).toBe(added.body.id);
    expect(await addressesOf(id)).toEqual(["one@example.com", "+4915123456789"]);
    expect(await auditOf(id)).toMatchObject([
      { action: "contact.address_added", after: { channel: "sms", address: "+4915123456789" } },
      { action: "contact.address_added" },
    ]);
  });

  it("are removed one at a time, and come back where they were when added again", async () => {
    const { id, subscriptions } = await create({
      external_id: "s-2",
      email: "two@example.com",
      subscriptions: [{ channel: "telegram", address: "4242" }],
    });
    const [first] = subscriptions.filter(({ channel }) => channel === "telegram");
    expect((await remove(id, first?.id ?? "")).status).toBe(204);
    expect(await addressesOf(id)).toEqual(["two@example.com"]);
    expect((await remove(id, first?.id ?? "")).status).toBe(404);
    const back = await add(id, { channel: "telegram", address: "4242" });
    expect(back.body).toMatchObject({ id: first?.id, status: "active" });
    expect(await auditOf(id)).toMatchObject([
      { action: "contact.address_removed", after: { channel: "telegram", address: "4242" } },
      { action: "contact.address_added" },
    ]);
  });

  it("move here from whoever held them", async () => {
    const theirs = await create({ external_id: "s-3", email: "three@example.com" });
    const { id } = await create({ external_id: "s-4" });
    expect((await add(id, { channel: "email", address: "Three@example.com" })).status).toBe(201);
    expect(await addressesOf(theirs.id)).toEqual([]);
  });

  it("are not another contact's to remove", async () => {
    const theirs = await create({ external_id: "s-5", email: "five@example.com" });
    const { id } = await create({ external_id: "s-6" });
    expect((await remove(id, theirs.subscriptions[0]?.id ?? "")).status).toBe(404);
    expect(await addressesOf(theirs.id)).toEqual(["five@example.com"]);
  });

  it.each([
    ["no e-mail address", { channel: "email", address: "nonsense" }, "address", "invalid_email"],
    ["no phone number", { channel: "whatsapp", address: "12" }, "address", "invalid_phone"],
    ["an endpoint that is no URL", { channel: "web_push", address: "x" }, "address", "invalid_endpoint"],
    ["nothing but spaces", { channel: "telegram", address: "  " }, "address", "empty"],
    ["a channel there is not", { channel: "fax", address: "1" }, "channel", "invalid_value"],
  ])("are refused by name when they are %s", async (_, body, pointer, code) => {
    const { id } = await create({ external_id: "s-7" });
    const refused = await add(id, body);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
    expect(await addressesOf(id)).toEqual([]);
  });

  it("are a viewer's to read only", async () => {
    const { id, subscriptions } = await create({ external_id: "s-8", email: "eight@example.com" });
    const viewer = await signInMember(database.sql, mine, "viewer");
    const params = { contact_id: id, subscription_id: subscriptions[0]?.id ?? "" };
    expect((await call(removeSubscription, viewer, { params })).status).toBe(403);
    const body = { channel: "telegram", address: "1" };
    expect((await call(addSubscription, viewer, { params: { contact_id: id }, body })).status).toBe(403);
  });
});
