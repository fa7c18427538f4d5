import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { firstIdAt, newId } from "@/lib/platform/ids";
import { timingsDefault } from "../timings";
import { purgeHistory } from "./purge";

describe("retention", () => {
  const database = useTestDatabase();
  const dayMillis = 86_400_000;
  const daysAgo = (days: number) => new Date(Date.now() - days * dayMillis);

  async function insertRun(status: string, createdAt: Date, endedAt: Date | null) {
    const id = firstIdAt(createdAt);
    await database.sql`
      insert into workflow.runs (id, function_id, event_id, event, status, created_at, ended_at)
      values (${id}, 'app-f', ${newId()}, '{}', ${status}, ${createdAt}, ${endedAt})`;
    await database.sql`
      insert into workflow.steps (run_id, id, name, kind, value) values (${id}, 's', 's', 'data', '1')`;
    await database.sql`insert into workflow.attempts (run_id, attempt) values (${id}, 0)`;
    return id;
  }

  it("forgets runs and events after their time, never a run that is active or ended lately", async () => {
    await insertRun("completed", daysAgo(40), daysAgo(39));
    const slept = await insertRun("completed", daysAgo(41), daysAgo(1));
    const active = await insertRun("active", daysAgo(42), null);
    const fresh = await insertRun("failed", daysAgo(1), daysAgo(1));
    await database.sql`
      insert into workflow.events (id, name, data, ts, received_at)
      values ('old', 'a', '{}', now(), ${daysAgo(9)}), ('new', 'a', '{}', now(), now())`;

    expect(await purgeHistory(database.sql, timingsDefault)).toEqual({ runs: 1, events: 1 });

    const runs = await database.sql`select id from workflow.runs order by id desc`;
    expect(runs.map((run) => run.id)).toEqual([fresh, slept, active]);
    for (const table of ["steps", "attempts"])
      expect(await database.sql`select 1 from workflow.${database.sql(table)}`, table).toHaveLength(3);
    expect(await database.sql`select id from workflow.events`).toEqual([{ id: "new" }]);
  });
});
