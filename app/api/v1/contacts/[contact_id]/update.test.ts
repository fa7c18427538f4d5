import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { GET as listContacts, POST as upsertContact } from "../route";
import { PATCH } from "./route";

describe("changing a contact", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const create = async (body: object): Promise<string> =>
    String((await call(upsertContact, mine.apiKey, { body })).body.id);
  const patch = (id: string, body: object) => call(PATCH, mine.apiKey, { params: { contact_id: id }, body });

  it("takes an address that stands in it twice once, in whichever case", async () => {
    const id = await create({ external_id: "twice" });
    const changed = await patch(id, {
      email: "twice@example.com",
      subscriptions: [{ channel: "email", address: "Twice@Example.com" }],
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      email: "twice@example.com",
      subscriptions: [{ channel: "email", address: "twice@example.com" }],
    });
  });

  it("keeps a person findable whose first and last name are changed at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await create({ external_id: `race-${round}`, first_name: "A", last_name: "B" });
      await Promise.all([patch(id, { first_name: `Ali${round}` }), patch(id, { last_name: `Veli${round}` })]);
      const found = await call(listContacts, mine.apiKey, { query: { q: `ali${round} veli${round}` } });
      expect(found.body.data).toMatchObject([{ external_id: `race-${round}` }]);
    }
  });

  it("and another at the same moment never fails when both name the same addresses", async () => {
    const addresses = ["first", "middle", "last"].map((address) => ({ channel: "telegram", address }));
    const one = await create({ external_id: "l-1", subscriptions: addresses });
    const other = await create({ external_id: "l-2" });
    const changes = await mine.scope.transaction(async (tx) => {
      await tx.sql`
        select 1 from subscriptions where workspace_id = ${tx.id} and address_key = 'middle' for update`;
      const pending = [
        patch(one, { subscriptions: addresses }),
        patch(other, { subscriptions: addresses.toReversed() }),
      ];
      await expect.poll(() => waiting()).toBe(2);
      return { pending };
    });
    const answers = await Promise.all(changes.pending);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  async function waiting(): Promise<number> {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.count ?? 0;
  }

  it("to an external id that somebody else has is refused as a conflict", async () => {
    const id = await create({ external_id: "free" });
    await create({ external_id: "taken" });
    const refused = await patch(id, { external_id: "taken" });
    expect(refused).toMatchObject({ status: 409, body: { reason: "external_id_taken" } });
  });
});
