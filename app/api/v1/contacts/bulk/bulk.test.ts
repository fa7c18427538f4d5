import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { GET as getContact } from "../[contact_id]/route";
import { GET as listContacts, POST as upsertContact } from "../route";
import { POST as bulkUpsert } from "./route";

type Listed = { id: string; external_id: string | null; email: string | null; city: string | null };

/** What is sent together means what it would mean sent one after another. */
describe("entries about one person in a bulk call", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const save = async (...contacts: object[]) => {
    const answer = await call(bulkUpsert, mine.apiKey, { body: { contacts } });
    expect(answer).toMatchObject({ status: 200, body: { errors: [] } });
    return answer.body;
  };
  const list = async (query: Record<string, string>): Promise<Listed[]> =>
    (await call(listContacts, mine.apiKey, { query })).body.data as Listed[];
  const consentsOf = async (externalId: string) => {
    const [contact] = await list({ external_id: externalId });
    const { body } = await call(getContact, mine.apiKey, { params: { contact_id: contact?.id ?? "" } });
    return (body.consents as { status: string }[]).map(({ status }) => status);
  };

  it("leave the last word to a no without a date, whatever came before it", async () => {
    const says = (external_id: string, status: string, occurred_at?: string) => ({
      external_id,
      consents: [{ channel: "email", status, ...(occurred_at && { occurred_at }) }],
    });
    const people = Array.from({ length: 20 }, (_, n) => `no-${n}`);
    await save(
      ...people.map((id) => says(id, "granted")),
      ...people.toReversed().map((id) => says(id, "denied")),
    );
    for (const id of people) expect(await consentsOf(id), id).toEqual(["denied"]);
    await save(says("yes", "denied"), says("yes", "granted"));
    expect(await consentsOf("yes")).toEqual(["granted"]);
    await save(
      says("dated", "denied", "2026-02-01T00:00:00Z"),
      says("dated", "granted", "2026-01-01T00:00:00Z"),
    );
    expect(await consentsOf("dated")).toEqual(["denied"]);
  });

  it("that say no name keep the one that is known, and the person findable by it", async () => {
    await call(upsertContact, mine.apiKey, {
      body: { external_id: "named", first_name: "Ayşe", last_name: "Yılmaz" },
    });
    await save({ external_id: "named", tags: ["a"] }, { external_id: "named", city: "İzmir" });
    expect(await list({ q: "ayse yilmaz" })).toMatchObject([{ external_id: "named", city: "İzmir" }]);
  });

  it("empty what one of them empties, unless a later one fills it again", async () => {
    const places = { city: "Ankara", country: "TR", locale: "tr" };
    await call(upsertContact, mine.apiKey, { body: { external_id: "moved", ...places } });
    await save(
      { external_id: "moved", city: null, country: null, locale: "de" },
      { external_id: "moved", tags: ["x"], country: "DE" },
      { external_id: "moved", locale: null },
    );
    expect(await list({ external_id: "moved" })).toMatchObject([
      { city: null, country: "DE", locale: null, tags: ["x"] },
    ]);
  });

  it("are recognised by every address said before, not by the first alone", async () => {
    const saved = await save(
      { external_id: "e-1", email: "e1@example.com", phone: "0532 123 45 01" },
      { email: "e1@example.com", city: "Bursa" },
      { phone: "0532 123 45 01", first_name: "Ece" },
    );
    expect(saved).toMatchObject({ created: 1, updated: 0 });
    expect(await list({ email: "e1@example.com" })).toMatchObject([
      { external_id: "e-1", first_name: "Ece", city: "Bursa", phone: "+905321234501" },
    ]);
  });

  it("are about whoever an earlier entry gave the address to, not whoever had it before the call", async () => {
    await call(upsertContact, mine.apiKey, { body: { external_id: "had", email: "given@example.com" } });
    await save(
      { external_id: "has", email: "given@example.com" },
      { email: "given@example.com", city: "Van" },
    );
    expect(await list({ email: "given@example.com" })).toMatchObject([{ external_id: "has", city: "Van" }]);
    expect(await list({ external_id: "had" })).toMatchObject([{ email: null, city: null }]);
  });

  it("leave an address to the last one that named it", async () => {
    const email = "last@example.com";
    await save(
      { external_id: "l-1", email },
      { external_id: "l-2", email },
      { external_id: "l-1", city: "x" },
    );
    expect(await list({ email })).toMatchObject([{ external_id: "l-2" }]);
    expect(await list({ external_id: "l-1" })).toMatchObject([{ email: null, city: "x" }]);
  });
});
