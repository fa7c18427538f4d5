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
});
