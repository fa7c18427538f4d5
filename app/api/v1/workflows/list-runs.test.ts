import { beforeAll, describe, expect, it } from "vitest";
import {
  listWorkflowRuns as listRunRows,
  workflowRunOrders,
} from "@/db/queries/workflows/list-workflow-runs";
import type { WorkspaceScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { planOf } from "@/db/testing/plan-of";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toUuid, toWireId } from "@/lib/contracts/wire/ids";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import type { WorkflowStatus } from "@/lib/domain/workflows/workflow";
import { firstIdAt, newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as createApiKey } from "../api-keys/route";
import { GET as listWorkflows } from "./route";
import { POST as cancelRun } from "./runs/[workflow_run_id]/cancel/route";
import { POST as replayRun } from "./runs/[workflow_run_id]/replay/route";
import { GET as listRuns } from "./runs/route";
import { useWorkflows } from "./testing/use-workflows";

describe("runs of workflows", () => {
  const database = useTestDatabase();
  const workflows = useWorkflows(database);
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  const idsOf = async (query: Record<string, string>) =>
    (await workflows.list(mine.apiKey, query)).map(({ id }) => id);

  it("are a workspace's own: another's is answered like one that does not exist", async () => {
    await workflows.start();
    const run = await workflows.run(theirs, { fails: true }, "failed");
    expect(await workflows.list(mine.apiKey)).toEqual([]);
    const nobodys = toWireId("workflowRun", newId());
    const bare = async (handler: typeof cancelRun, id: string) => {
      const { status, body } = await call(handler, mine.apiKey, {
        params: { workflow_run_id: id },
        body: "",
      });
      return { status, code: body.code, detail: body.detail };
    };
    for (const act of [cancelRun, replayRun])
      expect(await bare(act, run.id)).toEqual(await bare(act, nobodys));
    expect((await bare(replayRun, run.id)).status).toBe(404);
    expect((await workflows.get(mine.apiKey, run.id)).status).toBe(404);
    expect(await workflows.list(theirs.apiKey)).toHaveLength(1);
  });

  it("do not include what the installation does for itself, nor its functions", async () => {
    await workflows.start();
    await workflows.engine.send({ name: "w/own", data: {} });
    await workflows.engine.ended("own");
    expect(await workflows.list(mine.apiKey)).toEqual([]);
    const { body } = await call(listWorkflows, mine.apiKey);
    expect((body.data as { id: string }[]).map(({ id }) => id)).toEqual(["app-own", "app-work"]);
  });

  it("are found by function, state, time, and the id of whatever they are about", async () => {
    await workflows.start();
    const campaign = await createCampaign(mine.ctx, { name: "Spring", channelType: "sms" });
    const done = await workflows.run(mine, { campaignId: campaign.id });
    const failed = await workflows.run(mine, { fails: true }, "failed");
    const waiting = await workflows.run(mine, { waits: true, n: 4 }, "waiting");
    expect(await idsOf({})).toEqual([waiting.id, failed.id, done.id]);
    expect(await idsOf({ sort: "created_at" })).toEqual([done.id, failed.id, waiting.id]);
    expect(await idsOf({ function: "app-work" })).toHaveLength(3);
    expect(await idsOf({ function: "app-own" })).toEqual([]);
    expect(await idsOf({ status: "failed,waiting" })).toEqual([waiting.id, failed.id]);
    const hour = 3_600_000;
    const at = (millis: number) => new Date(Date.now() + millis).toISOString();
    expect(await idsOf({ since: at(-hour), until: at(hour) })).toHaveLength(3);
    expect(await idsOf({ until: at(-hour) })).toEqual([]);
    expect(await idsOf({ since: at(hour) })).toEqual([]);
    for (const about of [done.id, toUuid(done.id.slice(4)), done.event_id, toWireId("campaign", campaign.id)])
      expect(await idsOf({ about }), about).toEqual([done.id]);
    for (const about of [toWireId("job", newId()), "nothing", "%"])
      expect(await idsOf({ about })).toEqual([]);
    const [shown] = (await call(listRuns, mine.apiKey, { query: { about: done.id } })).body.data as [object];
    const subject = { id: toWireId("campaign", campaign.id), name: "Spring" };
    expect(shown).toMatchObject({ campaign: subject, job: null, contact: null });
    const made = await call(createApiKey, mine.apiKey, { body: { name: "k", scopes: ["workflows.read"] } });
    const [narrow] = await workflows.list(String(made.body.secret), { about: done.id });
    expect(narrow).toMatchObject({ id: done.id, campaign: null });
  });

  it("are searched by what they are about within the last day, or as far back as is said; by their own id always", async () => {
    await workflows.start();
    const run = await workflows.run(mine, { n: 7 });
    const uuid = firstIdAt(new Date(Date.now() - 2 * 24 * 3_600_000));
    await database.sql`update workflow.runs set id = ${uuid} where id = ${toUuid(run.id.slice(4))}`;
    const old = toWireId("workflowRun", uuid);
    expect(await idsOf({ about: old })).toEqual([old]);
    expect(await idsOf({ about: run.event_id })).toEqual([]);
    const since = new Date(Date.now() - 3 * 24 * 3_600_000).toISOString();
    expect(await idsOf({ about: run.event_id, since })).toEqual([old]);
  });

  it("that failed are found among very many that did not, by an index; so are those that have not ended", async () => {
    const { scope, workspaceId } = await createScenario(database.sql);
    await database.sql`
      insert into workflow.runs (id, function_id, event_id, event, status, workspace_id, ended_at)
      select uuidv7(), 'app-work', n::text, '{}', case when n % 2000 = 0 then 'failed' else 'completed' end, ${workspaceId}, now()
      from generate_series(1, 10000) as n`;
    await database.sql`analyze workflow.runs`;
    const page = { limit: 20, offset: 0, after: undefined };
    const order = workflowRunOrders["-created_at"];
    const find = (status: WorkflowStatus[]) => (within: WorkspaceScope) =>
      listRunRows(within, { status }, order, page);
    expect(await find(["failed"])(scope)).toHaveLength(5);
    expect(await planOf(scope, find(["failed"]))).toMatch(/runs_setback/);
    expect(await planOf(scope, find(["running", "waiting"]))).not.toMatch(/runs_workspace|Seq Scan on runs/);
    expect(await find(["failed", "waiting"])(scope)).toHaveLength(5);
  });

  it("come page by page, each once", async () => {
    await workflows.start();
    for (let n = 0; n < 5; n += 1)
      await workflows.engine.send({ name: "w/came", data: { workspaceId: mine.workspaceId } });
    await workflows.engine.ended("work", 5);
    const whole = await idsOf({});
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const { body } = await call(listRuns, mine.apiKey, { query: { limit: "2", ...(after && { after }) } });
      seen.push(...(body.data as { id: string }[]).map(({ id }) => id));
      after = body.next_cursor as string | null;
    }
    expect(seen).toEqual(whole);
  });

  it.each([
    [{ status: "sleeping" }, "status.0"],
    [{ limit: "101" }, "limit"],
    [{ sort: "name" }, "sort"],
    [{ since: "yesterday" }, "since"],
    [{ since: "2026-01-02T00:00:00Z", until: "2026-01-01T00:00:00Z" }, "until"],
    [{ about: "x".repeat(201) }, "about"],
    [{ workspace: "acme" }, "workspace"],
  ])("refuse %o and name the field", async (query, pointer) => {
    const { status, body } = await call(listRuns, mine.apiKey, { query });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer }]);
    expect(String((body.errors as { detail: string }[])[0]?.detail)).not.toBe("");
  });
});
