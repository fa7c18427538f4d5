import { readFileSync } from "node:fs";
import { NonRetriableError } from "inngest";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { newId } from "@/lib/platform/ids";
import { replayRun } from "../../intervene";
import { useEngine } from "../../testing/use-engine";

describe("whose run it is", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);

  const owners = async () => {
    const rows = await database.sql<{ functionId: string; workspaceId: string | null }[]>`
      select function_id, workspace_id from workflow.runs order by id`;
    return rows.map(({ functionId, workspaceId }) => [functionId.replace(/^app-/, ""), workspaceId]);
  };

  it("is said by its event, for the run that its failure starts as well", async () => {
    await engine.start((client) => [
      client.createFunction(
        { id: "work", triggers: [{ event: "w/came" }], retries: 0, onFailure: () => undefined },
        ({ event }) => {
          if (event.data.fails) throw new NonRetriableError("no");
        },
      ),
    ]);
    const [mine, theirs] = [newId(), newId()];
    await engine.send({ name: "w/came", data: { workspaceId: mine } });
    await engine.ended("work");
    await engine.send({ name: "w/came", data: { workspaceId: theirs, fails: true } });
    await engine.ended("work-failure");
    expect(await owners()).toEqual([
      ["work", mine],
      ["work", theirs],
      ["work-failure", theirs],
    ]);
  });

  it("is nobody's where the event names none, or nothing that could be one", async () => {
    await engine.start((client) => [
      client.createFunction({ id: "work", triggers: [{ event: "w/came" }] }, () => 1),
    ]);
    for (const data of [
      {},
      { workspaceId: "acme" },
      { workspaceId: 7 },
      { event: { data: { workspaceId: newId() } } },
    ])
      await engine.send({ name: "w/came", data });
    await engine.ended("work", 4);
    expect((await owners()).map(([, workspace]) => workspace)).toEqual([null, null, null, null]);
  });

  it("stays the same when it is replayed, and for what it invokes whatever that is told", async () => {
    await engine.start((client) => {
      const child = client.createFunction({ id: "child", triggers: [{ event: "w/never" }] }, () => 1);
      return [
        child,
        client.createFunction({ id: "work", triggers: [{ event: "w/came" }] }, ({ step }) =>
          step.invoke("ask", { function: child, data: { workspaceId: newId() } }),
        ),
      ];
    });
    const mine = newId();
    await engine.send({ name: "w/came", data: { workspaceId: mine } });
    const [run] = await engine.ended("work");
    await database.sql.begin((tx) => replayRun(tx, run?.id ?? ""));
    await engine.ended("work", 2);
    expect((await owners()).map(([, workspace]) => workspace)).toEqual([mine, mine, mine, mine]);
  });

  it("is found out for runs from before it was written down, whatever else their payloads hold", async () => {
    const statements = readFileSync("db/migrations/0027_workflow_workspaces.sql", "utf8").split(
      "--> statement-breakpoint",
    );
    const backfill = statements.find((statement) => statement.includes("do $$")) ?? "";
    const [mine, theirs] = [newId(), newId()];
    const payloads: [object, string | null][] = [
      [{ name: "w/came", data: { n: 1, workspaceId: mine } }, mine],
      [{ name: "w/came", data: { said: "a\u0000b", workspaceId: mine } }, mine],
      [{ name: "inngest/function.failed", data: { event: { data: { workspaceId: theirs } } } }, theirs],
      [{ name: "w/came", data: { said: `"workspaceId":"${theirs}"` } }, null],
      [{ name: "w/came", data: { workspaceId: "acme" } }, null],
      [{ name: "w/came", data: {} }, null],
    ];
    for (const [event] of payloads)
      await database.sql`
        insert into workflow.runs (id, function_id, event_id, event)
        values (${newId()}, 'app-work', 'e', ${JSON.stringify(event)}::text::json)`;
    await database.sql.unsafe(backfill);
    expect((await owners()).map(([, workspace]) => workspace)).toEqual(payloads.map(([, owner]) => owner));
  });
});
