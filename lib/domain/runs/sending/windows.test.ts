import { beforeAll, describe, expect, it } from "vitest";
import { leaseChunk } from "@/db/queries/runs/chunks";
import { findRun } from "@/db/queries/runs/runs";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { windowsOf } from "./windows";

const people = 60;

describe("how far sending may go", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  /** Of each window: how many there are, and how many the stored intent puts in doubt that were not handed over. */
  async function walk(isResendHarmless: boolean) {
    const phones = Array.from({ length: people }, (_, n) => `+90532200${1_000 + n}`);
    const runId = await openTestRun(mine, "sms", phones);
    const [run, chunk] = [
      await findRun(mine.scope, runId),
      await leaseChunk(mine.scope, { runId, chunkNo: 1, leaseSeconds: 30 }),
    ];
    if (!run || !chunk) throw new Error("The run is there, and its chunk is free.");
    const plan = { withAddresses: true, refuse: () => undefined };
    const walked: { size: number; ahead: number }[] = [];
    const source = { scope: mine.scope, run, chunk, plan, transport: { isResendHarmless } };
    for await (const window of windowsOf(source)) {
      const last = window.people.at(-1)?.contactId ?? "";
      const [row] = await mine.scope.sql<{ ahead: number }>`
        select count(*)::int as ahead from contacts c join run_chunks k on k.workspace_id = c.workspace_id
        where c.workspace_id = ${mine.workspaceId} and k.run_id = ${runId} and c.id > ${last}
          and c.id <= k.intent_contact_id`;
      walked.push({ size: window.people.length, ahead: row?.ahead ?? 0 });
    }
    return walked;
  }

  it("is a few people where asking twice would be seen, and nobody of the next window", async () => {
    expect(await walk(false)).toEqual([
      { size: 25, ahead: 0 },
      { size: 25, ahead: 0 },
      { size: 10, ahead: 0 },
    ]);
  });

  it("is a large window where it would not", async () => {
    expect(await walk(true)).toEqual([{ size: people, ahead: 0 }]);
  });
});
