import { insertRun } from "@/db/queries/runs/runs";
import { emptyContent } from "@/lib/domain/content/content";
import { trackingDefaults } from "@/lib/domain/events/tracking/tracking";
import { freezeRun } from "@/lib/domain/runs/freeze-run";
import { openRun } from "@/lib/domain/runs/open-run";
import { newId } from "@/lib/platform/ids";
import { cohortFilter, type Population } from "./population";

export const benchContent = {
  ...emptyContent,
  language: "tr",
  title: "Merhaba {{ first_name }}",
  body: "Sepetindeki ürünlerde bugün %20 indirim var, {{ attributes.points }} puanın seni bekliyor.",
  deepLink: "https://example.com/cart",
};

/** A run that is about to freeze its audience; everything of earlier runs is gone. */
export async function startFreezing(population: Population): Promise<string> {
  const { database, scope, providerId } = population;
  await database.sql.unsafe(
    "truncate notifications, deliveries, skips, run_chunks, runs, workflow.outbox cascade",
  );
  const runId = newId();
  await insertRun(scope, {
    id: runId,
    campaignId: null,
    kind: "campaign",
    status: "freezing",
    channel: "app_push",
    category: "marketing",
    providerId,
    contents: [benchContent],
    audience: cohortFilter,
    ttlSeconds: null,
    priority: "normal",
    tracking: trackingDefaults("app_push"),
    sendAt: new Date(),
    expiresAt: null,
    audienceCount: 0,
  });
  return runId;
}

export async function freeze(population: Population, runId: string): Promise<void> {
  for (;;) {
    const { isFrozen } = await freezeRun(population.ctx, { runId });
    if (isFrozen) return;
  }
}

/** A run whose chunks wait for a sender. */
export async function startSending(population: Population): Promise<{ runId: string; chunks: number }> {
  const runId = await startFreezing(population);
  await freeze(population, runId);
  const { chunks } = await openRun(population.ctx, { runId });
  return { runId, chunks };
}

/** Throws unless everybody has exactly one accepted delivery and the run's ledger says so. */
export async function assertEverybodySent({ scope, recipients }: Population, runId: string): Promise<void> {
  const [row] = await scope.sql<{ people: number; rows: number; sent: number; status: string }>`
    select (select count(distinct contact_id)::int from deliveries d where d.workspace_id = ${scope.id}
        and d.run_id = r.id and d.status = 'accepted') as people,
      (select count(*)::int from deliveries d where d.workspace_id = ${scope.id} and d.run_id = r.id) as rows,
      (select sum(sent)::int from run_chunks k where k.workspace_id = ${scope.id} and k.run_id = r.id) as sent,
      r.status
    from runs r where r.workspace_id = ${scope.id} and r.id = ${runId}`;
  const isRight =
    row?.people === recipients &&
    row.rows === recipients &&
    row.sent === recipients &&
    row.status === "finished";
  if (!isRight) throw new Error(`Wrong outcome for ${recipients} recipients: ${JSON.stringify(row)}`);
}
