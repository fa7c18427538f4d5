import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateRunStatus } from "@/db/queries/runs/runs";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { addPastSend } from "@/db/testing/past-send";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { deliverChunk } from "@/lib/domain/runs/deliver-chunk";
import { updateWorkspace } from "./update-workspace";

describe("lifting the stop switch of a workspace", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let other: Scenario;
  beforeAll(async () => {
    [mine, other] = await Promise.all([createScenario(database.sql), createScenario(database.sql)]);
    for (const { ctx } of [mine, other]) await ctx.transaction(createSandboxProviders);
  });
  beforeEach(async () => {
    await database.sql`delete from workflow.outbox`;
  });

  const woken = () => database.sql<{ name: string; runId: string }[]>`
    select name, data ->> 'runId' as "runId" from workflow.outbox where name like 'runs/%' order by name`;

  it("wakes the sender of everything that it stopped, each in its own lane, and nobody else's", async () => {
    const named = await openTestRun(mine, "sms", ["+905321110001"]);
    await openTestRun(other, "sms", ["+905321110001"]);
    const ofCampaign = { runStatus: "sending", campaign: { name: "c", status: "sending" } } as const;
    const { runId: campaign } = await addPastSend(mine.scope, { ...ofCampaign, people: [{}] });
    const { runId: paused } = await addPastSend(mine.scope, { ...ofCampaign, people: [{}] });
    await updateRunStatus(mine.scope, paused, ["sending"], "paused");
    await updateWorkspace(mine.ctx, { sendingStopped: true });
    expect(await deliverChunk(mine.ctx, { runId: named, chunkNo: 1 })).toEqual({ state: "stopped" });
    expect(await woken()).toEqual([]);
    await updateWorkspace(mine.ctx, { sendingStopped: false });
    expect(await woken()).toEqual([
      { name: "runs/chunk.ready", runId: campaign },
      { name: "runs/transactional-chunk.ready", runId: named },
    ]);
  });

  it("wakes again after another stop, and not when nothing was stopped", async () => {
    await updateWorkspace(mine.ctx, { sendingStopped: true });
    await updateWorkspace(mine.ctx, { sendingStopped: false });
    const first = await woken();
    expect(first).not.toEqual([]);
    await updateWorkspace(mine.ctx, { sendingStopped: false, name: "Another name" });
    expect(await woken()).toEqual(first);
    await updateWorkspace(mine.ctx, { sendingStopped: true });
    await updateWorkspace(mine.ctx, { sendingStopped: false });
    expect(await woken()).toHaveLength(first.length * 2);
  });
});
