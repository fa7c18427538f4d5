import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { env, provideEnv } from "@/lib/platform/env";
import { call } from "@/lib/platform/testing/call";
import { POST as createApiKey } from "../api-keys/route";
import { GET as listWorkflows } from "./route";
import { POST as cancelRun } from "./runs/[workflow_run_id]/cancel/route";
import { POST as replayRun } from "./runs/[workflow_run_id]/replay/route";
import { GET as getRun } from "./runs/[workflow_run_id]/route";
import { GET as listRuns } from "./runs/route";
import { useWorkflows } from "./testing/use-workflows";

describe("acting on a run", () => {
  const database = useTestDatabase();
  const workflows = useWorkflows(database);
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const act = (handler: typeof cancelRun, id: string, who: Parameters<typeof call>[1] = mine.apiKey) =>
    call(handler, who, { params: { workflow_run_id: id }, body: "" });
  const audited = () => mine.scope.sql<{ action: string; targetName: string }>`
    select action, target_name, after from audit_log
    where workspace_id = ${mine.workspaceId} and target_kind = 'workflow_run' order by id`;

  it("cancels what has not ended, once, and writes down who did", async () => {
    await workflows.start();
    const { id } = await workflows.run(mine, { waits: true }, "waiting");
    const cancelled = await act(cancelRun, id);
    expect(cancelled).toMatchObject({ status: 200, body: { id, status: "cancelled" } });
    expect(await act(cancelRun, id)).toMatchObject({
      status: 409,
      body: { code: "invalid_state", from: "cancelled", allowed: ["queued", "running", "waiting"] },
    });
    expect(await audited()).toMatchObject([{ action: "workflow_run.cancelled", targetName: "app-work" }]);
  });

  it("replays what has ended from its start, in a run that names the old one", async () => {
    await workflows.start();
    const waiting = await workflows.run(mine, { waits: true }, "waiting");
    expect(await act(replayRun, waiting.id)).toMatchObject({ status: 409, body: { code: "invalid_state" } });
    const { id } = await workflows.run(mine, { fails: true }, "failed");
    const before = (await audited()).length;
    const { status, body } = await act(replayRun, id);
    expect(status).toBe(201);
    expect(body).toMatchObject({ replay_of: id, function_id: "app-work" });
    await expect
      .poll(async () => (await workflows.get(mine.apiKey, String(body.id))).body.status)
      .toBe("failed");
    expect((await audited()).slice(before)).toMatchObject([{ action: "workflow_run.replayed" }]);
  });

  it("leaves no word of a replay that did not come about", async () => {
    await workflows.start();
    const { id } = await workflows.run(mine);
    const before = await audited();
    await database.sql`update workflow.functions set archived_at = now()`;
    expect(await act(replayRun, id)).toMatchObject({ status: 409, body: { reason: "function_gone" } });
    expect(await audited()).toEqual(before);
    expect(await workflows.list(mine.apiKey)).toHaveLength(1);
  });

  it("is for owners and admins, and for keys with the scope of each act", async () => {
    await workflows.start();
    const { id } = await workflows.run(mine);
    const params = { workflow_run_id: id };
    for (const role of ["member", "viewer"] as const) {
      const who = await signInMember(database.sql, mine, role);
      const answers = [
        await call(listWorkflows, who),
        await call(listRuns, who),
        await call(getRun, who, { params }),
        await act(cancelRun, id, who),
        await act(replayRun, id, who),
      ];
      for (const answer of answers)
        expect(answer).toMatchObject({ status: 403, body: { reason: "insufficient_scope" } });
    }
    const admin = await signInMember(database.sql, mine, "admin");
    expect((await act(replayRun, id, admin)).status).toBe(201);
    const made = await call(createApiKey, mine.apiKey, { body: { name: "k", scopes: ["workflows.read"] } });
    const reader = String(made.body.secret);
    expect((await call(getRun, reader, { params })).status).toBe(200);
    expect(await act(replayRun, id, reader)).toMatchObject({
      status: 403,
      body: { permission: "workflows.write" },
    });
  });

  it("says where to look when an Inngest server keeps the runs", async () => {
    await workflows.start();
    const { id } = await workflows.run(mine);
    const { PUSHPILOT_ENGINE } = env();
    provideEnv({ PUSHPILOT_ENGINE: "inngest" });
    try {
      const answers = [
        await call(listWorkflows, mine.apiKey),
        await call(listRuns, mine.apiKey),
        await workflows.get(mine.apiKey, id),
        await act(cancelRun, id),
        await act(replayRun, id),
      ];
      for (const answer of answers)
        expect(answer).toMatchObject({
          status: 409,
          body: { reason: "runs_elsewhere", detail: expect.stringContaining("own dashboard") },
        });
    } finally {
      provideEnv({ PUSHPILOT_ENGINE });
    }
  });
});
