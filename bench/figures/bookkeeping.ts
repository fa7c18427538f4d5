import type { Bench, FigureGroup } from "@/bench/harness/bench";
import type { Child } from "@/bench/harness/child";
import { type Line, toFigure } from "@/bench/harness/figure";
import { compare, timed } from "@/bench/harness/pairs";
import type { Population } from "@/bench/harness/population";
import { assertEverybodySent, startSending } from "@/bench/harness/runs";

const target = 0.6;

/** A delivery whose provider says yes at once, in this process, against one statement that records the same. */
export const bookkeeping: FigureGroup = { names: ["B4"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const { options } = bench;
  const people = await bench.population(options.rows);
  const sender = bench.child(people.database.url);
  const comparison = await compare(
    () => deliverOnce(people, sender),
    () => markAll(people),
    options.pairs,
  );
  await sender.stop();
  return [
    toFigure({
      name: "B4 bookkeeping",
      unit: "recipients/s",
      target,
      goal: "at least",
      rows: options.rows,
      ...comparison,
    }),
  ];
}

export async function deliverOnce(people: Population, sender: Child) {
  const { runId, chunks } = await startSending(people);
  const chunkNos = Array.from({ length: chunks }, (_, n) => n + 1);
  const seconds = await sender.run("deliverToNobody", { workspaceId: people.workspaceId, runId, chunkNos });
  await assertEverybodySent(people, runId);
  return { units: people.recipients, seconds };
}

async function markAll(people: Population) {
  const { scope, providerId, recipients } = people;
  const { runId } = await startSending(people);
  return timed(
    recipients,
    () => scope.sql`
      insert into deliveries (workspace_id, run_id, contact_id, subscription_id, channel, provider_id, status,
        provider_message_id)
      select n.workspace_id, n.run_id, n.contact_id, s.id, 'app_push', ${providerId}, 'accepted',
        'projects/bench/messages/1'
      from notifications n join subscriptions s on s.workspace_id = n.workspace_id and s.contact_id = n.contact_id
        and s.channel = 'app_push' and s.status = 'active'
      where n.workspace_id = ${scope.id} and n.run_id = ${runId}`,
  );
}
