import { beforeAll, describe, expect, it } from "vitest";
import { findOrderBefore } from "@/db/queries/automations/facts";
import { define, Journey, say } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { planOf } from "@/db/testing/plan-of";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { newId } from "@/lib/platform/ids";
import type { Definition } from "../../definition";
import { happeningsOf, sinceFirst } from "./happenings-of";

const hour = 60;
const day = 24 * hour;

describe("what is read of the past of people on their way", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let ids: Map<string, string>;
  const journey = () => new Journey(mine, new Date().toISOString());

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await createPeople(mine, "past", "app_push", [{ name: "old" }, { name: "new" }]);
    const rows = await mine.scope.sql<{ id: string; externalId: string }>`
      select id, external_id from contacts where workspace_id = ${mine.workspaceId}`;
    ids = new Map(rows.map(({ id, externalId }) => [externalId, id]));
    const cart = (id: string, total: number) => ({ cart_id: id, total, items: [{ name: "Phone" }] });
    for (const who of ["past-old", "past-new"]) {
      for (let days = 20; days > 0; days -= 1) {
        await journey().track(who, "cart_updated", cart(`c-${days % 2}`, days), days * day);
        await journey().track(who, "viewed", { page: `p-${days}`, much: "x".repeat(100) }, days * day);
      }
    }
  });

  const read = async (definition: Partial<Definition>, days: Record<string, number>) => {
    const people = Object.entries(days).map(([who, ago]) => ({
      contactId: String(ids.get(who)),
      since: journey().at(-ago * day - hour),
    }));
    const found = await happeningsOf(mine.scope, people, [define(definition)]);
    return (who: string) =>
      (found.get(String(ids.get(who))) ?? []).map(({ name, properties }) => ({ name, ...properties }));
  };
  const viewed = { kind: "event", event: "viewed" } as const;
  const page = [{ property: "page.name", operator: "is_set" as const }];

  it("is of each what happened since they came in, whoever else came in long before", async () => {
    const of = await read({ exits: [{ ...viewed, where: page }] }, { "past-old": 20, "past-new": 3 });
    const pages = (who: string) => of(who).filter(({ name }) => name === "viewed");
    expect(pages("past-old")).toHaveLength(20);
    expect(pages("past-new")).toEqual([3, 2, 1].map((days) => ({ name: "viewed", page: `p-${days}` })));
  });

  it("is of each cart the last word, and of other events that they happened", async () => {
    const of = await read({ exits: [{ ...viewed, where: [] }], steps: [say("Hello")] }, { "past-old": 20 });
    expect(of("past-old")).toHaveLength(3);
    expect(of("past-old")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "cart_updated", cart_id: "c-0", total: 2 }),
        expect.objectContaining({
          name: "cart_updated",
          cart_id: "c-1",
          total: 1,
          items: [{ name: "Phone" }],
        }),
        { name: "viewed", cart_id: null },
      ]),
    );
  });

  it("is of orders the last before a cart, found among orders alone", async () => {
    const event = { id: newId(), contactId: String(ids.get("past-old")), occurredAt: new Date() };
    await database.sql`analyze events`;
    const plan = await planOf(mine.scope, (scope) => findOrderBefore(scope, event, "c-1"));
    expect(plan).toMatch(
      /Index Scan.* on events_\d+ .*\n.*Index Cond: .*contact_id.*\n.*Filter: (?!.*name =)/,
    );
    expect(plan).toMatch(/Index Cond: .*contact_id.*\(id >= .*\n.*Filter: (?!.*name =)/);
  });

  it("begins with the first time of whoever is inside twice", () => {
    const [early, late] = [new Date(0), new Date(1)];
    const twice = [late, early].map((since) => ({ contactId: "a", since }));
    expect(sinceFirst([...twice, { contactId: "b", since: late }])).toEqual([
      { contactId: "a", since: early },
      { contactId: "b", since: late },
    ]);
  });
});
