import { beforeAll, expect, it } from "vitest";
import { insertRun } from "@/db/queries/runs/runs";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { emptyContent } from "@/lib/domain/content/content";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";
import { freezeRun } from "./freeze-run";

const database = useTestDatabase();
const people = 120_000;
let mine: Scenario;

beforeAll(async () => {
  mine = await createScenario(database.sql);
  await mine.ctx.transaction(createSandboxProviders);
  await mine.scope.sql`
    insert into contacts (workspace_id, id, attributes, tags)
    select ${mine.workspaceId}, uuidv7(), '{}', '{}' from generate_series(1, ${people})`;
});

async function openFreezing(): Promise<string> {
  const id = newId();
  const [provider] = await mine.scope.sql<{ id: string }>`
    select id from providers where workspace_id = ${mine.workspaceId} and channel = 'app_push'`;
  await insertRun(mine.scope, {
    id,
    campaignId: null,
    kind: "campaign",
    status: "freezing",
    channel: "app_push",
    category: "marketing",
    providerId: provider?.id ?? "",
    contents: [{ ...emptyContent, language: "tr", title: "Merhaba", body: "Selam" }],
    audience: { and: [] },
    ttlSeconds: null,
    priority: "normal",
    tracking: null,
    sendAt: new Date(),
    expiresAt: null,
    audienceCount: 0,
  });
  return id;
}

async function frozenOf(runId: string) {
  const [row] = await mine.scope.sql<{ rows: number; counted: number }>`
    select (select count(*)::int from notifications where workspace_id = ${mine.workspaceId} and run_id = r.id) as rows,
      audience_count as counted
    from runs r where workspace_id = ${mine.workspaceId} and id = ${runId}`;
  return row;
}

it("freezes each person once, however many workers do it at once", async () => {
  const runId = await openFreezing();
  const attempts = await Promise.allSettled(Array.from({ length: 4 }, () => freezeRun(mine.ctx, { runId })));
  expect(attempts.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(await frozenOf(runId)).toEqual({ rows: people, counted: people });
});

it("adds nobody when it is repeated after its end", async () => {
  const runId = await openFreezing();
  await freezeRun(mine.ctx, { runId });
  expect(await freezeRun(mine.ctx, { runId })).toEqual({ isFrozen: true });
  expect(await frozenOf(runId)).toEqual({ rows: people, counted: people });
});
