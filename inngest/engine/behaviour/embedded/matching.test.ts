import { describe, expect, it } from "vitest";
import { findMatchingWaits, listMatchPaths } from "@/db/queries/workflow/waits";
import { useTestDatabase } from "@/db/testing/database";
import { useEngine } from "../../testing/use-engine";

const openCount = 100_000;

describe("matching", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);
  type Client = Parameters<Parameters<typeof engine.start>[0]>[0];

  const waits = (client: Client) => [
    client.createFunction({ id: "waits", triggers: [{ event: "m/started" }] }, async ({ step }) => {
      const found = await step.waitForEvent("order", {
        event: "m/ordered",
        timeout: "1h",
        if: "event.data.cart == async.data.cart && async.data.total > 10",
      });
      return found?.data;
    }),
  ];

  /** Runs that wait for other carts, as the engine would have left them. */
  const openOthers = () =>
    database.sql.begin(async (sql) => {
      await sql`
      with one as (select n, uuidv7() as run, uuidv7() as job from generate_series(1, ${openCount}::int) as n),
      run as (
        insert into workflow.runs (id, function_id, event_id, event)
        select run, 'app-waits', 'e' || n, json_build_object('name', 'm/started', 'data', json_build_object('cart', 'cart-' || n))
        from one
      ), job as (
        insert into workflow.jobs (id, run_id, function_id, kind, step_id, step_name, run_at, value)
        select job, run, 'app-waits', 'wait', 's', 's', now() + interval '1 hour', 'null' from one
      )
      insert into workflow.waits (id, run_id, job_id, event_name, match_path, match_value, expression, after_seq)
      select uuidv7(), run, job, 'm/ordered', 'data.cart', '"cart-' || n || '"',
        'event.data.cart == async.data.cart && async.data.total > 10', 0 from one`;
      await sql`analyze workflow.waits`;
    });

  const openWaits = async () => {
    const [row] = await database.sql<{ count: number }[]>`select count(*)::int as count from workflow.waits`;
    return row?.count;
  };

  it("among 100,000 open waits of one name an event finds its own and leaves the others open", async () => {
    await openOthers();
    await engine.start(waits);
    await engine.send({ name: "m/started", data: { cart: "mine" } });
    await expect.poll(openWaits).toBe(openCount + 1);
    await engine.send({ name: "m/ordered", data: { cart: "mine", total: 3 } });
    await engine.send({ name: "m/ordered", data: { cart: "mine", total: 30 } });
    const [run] = (await engine.ended("waits")).filter(({ status }) => status === "completed");
    expect(run?.output).toEqual({ cart: "mine", total: 30 });
    expect(await openWaits()).toBe(openCount);
  });

  it("both questions to the waits are answered from the index alone", async () => {
    await openOthers();
    const plans: string[] = [];
    const explaining = (strings: TemplateStringsArray, ...values: never[]) => {
      const [first = "", ...rest] = strings;
      const explained = Object.assign([`explain ${first}`, ...rest], { raw: [`explain ${first}`, ...rest] });
      const query = database.sql<{ queryPlan: string }[]>(explained, ...values);
      const noted = query.then((rows) => {
        plans.push(rows.map((row) => Object.values(row).join()).join("\n"));
        return [];
      });
      return Object.assign(noted, {
        cursor: () => ({
          [Symbol.asyncIterator]: async function* () {
            yield await noted;
          },
        }),
      });
    };
    const tx = explaining as unknown as Parameters<typeof listMatchPaths>[0];
    await listMatchPaths(tx, ["m/ordered"]);
    const probe = { eventName: "m/ordered", seq: 1, path: "data.cart", value: '"mine"' };
    for await (const rows of findMatchingWaits(tx, ["m/ordered"], [probe])) expect(rows).toEqual([]);
    expect(plans).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).toContain("waits_match");
      expect(plan).not.toMatch(/Seq Scan on waits/);
    }
  });
});
