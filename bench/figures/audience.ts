import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import { compare, timed } from "@/bench/harness/pairs";
import { cohortFilter, type Population } from "@/bench/harness/population";
import { freeze, startFreezing } from "@/bench/harness/runs";
import { audienceCondition } from "@/db/queries/audience/audience-condition";

const target = 0.75;

/** The audience of a run, frozen range by range, against one INSERT … SELECT of the same predicate. */
export const audience: FigureGroup = { names: ["B2"], measure };

async function measure({ options, population }: Bench): Promise<Line[]> {
  const people = await population(options.rows);
  const comparison = await compare(
    () => freezeOnce(people),
    () => limit(people),
    options.pairs,
  );
  return [
    toFigure({
      name: "B2 audience",
      unit: "recipients/s",
      target,
      goal: "at least",
      rows: options.rows,
      ...comparison,
    }),
  ];
}

export async function freezeOnce(people: Population) {
  const runId = await startFreezing(people);
  const sample = await timed(people.recipients, () => freeze(people, runId));
  await assertFrozen(people, runId);
  return sample;
}

async function limit(people: Population) {
  const { scope, recipients } = people;
  const runId = await startFreezing(people);
  const sample = await timed(
    recipients,
    () => scope.sql`
      insert into notifications (workspace_id, run_id, contact_id)
      select c.workspace_id, ${runId}::uuid, c.id from contacts c
      where c.workspace_id = ${scope.id} and c.erased_at is null and ${audienceCondition(scope, cohortFilter)}`,
  );
  await assertFrozen(people, runId);
  return sample;
}

async function assertFrozen({ scope, recipients }: Population, runId: string): Promise<void> {
  const [row] = await scope.sql<{ count: number }>`
    select count(*)::int as count from notifications where workspace_id = ${scope.id} and run_id = ${runId}`;
  if (row?.count !== recipients) throw new Error(`Frozen ${row?.count} of ${recipients}.`);
}
