import { describe, expect, it } from "vitest";
import { listRuns } from "@/db/queries/workflow/inspect";
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

    const runs = await listRuns(database.sql, { limit: 10 });
    expect(runs.map((run) => run.id)).toEqual([fresh, slept, active]);
    expect(await database.sql`select 1 from workflow.steps`).toHaveLength(3);
    expect(await database.sql`select id from workflow.events`).toEqual([{ id: "new" }]);
  });

  it("lists runs by function, status and page", async () => {
    const [newest] = await listRuns(database.sql, { limit: 1 });
    const failed = await listRuns(database.sql, { limit: 10, status: "failed", functionId: "app-f" });
    expect(failed.map((run) => run.id)).toEqual([newest?.id]);
    const [second] = await listRuns(database.sql, { limit: 1, ...(newest ? { beforeId: newest.id } : {}) });
    expect(second?.status).toBe("completed");
    expect(await listRuns(database.sql, { limit: 10, functionId: "app-absent" })).toEqual([]);
  });
});
