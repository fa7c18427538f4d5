import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import { timed } from "@/bench/harness/pairs";
import type { Population } from "@/bench/harness/population";
import { benchContent } from "@/bench/harness/runs";
import { median } from "@/bench/harness/statistics";
import { findRun, insertRun } from "@/db/queries/runs/runs";
import { insertTestBatch } from "@/db/testing/coupon-batch";
import { giveCodes, givesCodes } from "@/lib/domain/runs/sending/give-codes";
import { newId } from "@/lib/platform/ids";

const secondsPerMillionMax = 15;
const windowSize = 500;
const senders = 4;

/** A code for each recipient, window by window, by senders that take them of one batch at the same time. */
export const allocation: FigureGroup = { names: ["ALLOC"], measure };

async function measure({ options, freshPopulation }: Bench): Promise<Line[]> {
  const people = await freshPopulation(10);
  const ids = await listIds(people, options.rows);
  const batchId = await writeBatch(people, options.rows);
  const seconds: number[] = [];
  for (let pair = 0; pair < Math.min(3, options.pairs); pair += 1)
    seconds.push(await allocateAll(people, ids, batchId));
  const value = (median(seconds) * 1_000_000) / options.rows;
  return [
    toFigure({
      name: "ALLOC codes to 1,000,000 recipients",
      unit: "s",
      value,
      limit: secondsPerMillionMax,
      ratio: value / secondsPerMillionMax,
      target: 1,
      goal: "at most",
      rows: options.rows,
    }),
  ];
}

async function listIds({ scope }: Population, count: number): Promise<string[]> {
  const rows = await scope.sql<{ id: string }>`
    select id from (select uuidv7() as id from generate_series(1, ${count}::int)) made order by id`;
  return rows.map(({ id }) => id);
}

async function writeBatch({ scope, database }: Population, count: number): Promise<string> {
  const { batchId, offerId } = await insertTestBatch(scope, { source: "imported", quantity: count });
  await scope.sql`
    insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq)
    select ${scope.id}, c.code, c.code, ${offerId}, ${batchId}, c.seq
    from (select n - 1 as seq, upper(substr(md5(n::text), 1, 12)) as code from generate_series(1, ${count}::int) n) c`;
  await scope.sql`
    update coupon_batches set generated = ${count} where workspace_id = ${scope.id} and id = ${batchId}`;
  await database.sql.unsafe("vacuum analyze coupon_codes");
  return batchId;
}

async function allocateAll(people: Population, ids: readonly string[], batchId: string): Promise<number> {
  const { scope } = people;
  await people.database.sql.unsafe("truncate code_allocations, returned_codes");
  await scope.sql`update coupon_batches set allocated = 0 where workspace_id = ${scope.id} and id = ${batchId}`;
  const run = await openRun(people, batchId);
  const share = Math.ceil(ids.length / senders);
  const { seconds } = await timed(ids.length, () =>
    Promise.all(
      Array.from({ length: senders }, async (_, sender) => {
        const own = ids.slice(sender * share, (sender + 1) * share);
        for (let from = 0; from < own.length; from += windowSize) {
          const window = own
            .slice(from, from + windowSize)
            .map((contactId) => ({ contactId, couponCode: null }));
          const without = await scope.transaction((tx) => giveCodes(tx, run, window));
          if (without.length > 0) throw new Error(`${without.length} people are without a code.`);
        }
      }),
    ),
  );
  const [row] = await scope.sql<{ people: number; codes: number }>`
    select count(distinct contact_id)::int as people, count(distinct seq)::int as codes
    from code_allocations where workspace_id = ${scope.id} and batch_id = ${batchId}`;
  if (row?.people !== ids.length || row.codes !== ids.length)
    throw new Error(`Wrong outcome for ${ids.length} recipients: ${JSON.stringify(row)}`);
  return seconds;
}

async function openRun({ scope, providerId }: Population, couponBatchId: string) {
  const id = newId();
  await insertRun(scope, {
    id,
    campaignId: null,
    kind: "campaign",
    status: "sending",
    channel: "app_push",
    category: "marketing",
    providerId,
    contents: [benchContent],
    audience: null,
    ttlSeconds: null,
    priority: "normal",
    tracking: null,
    sendAt: new Date(),
    expiresAt: null,
    audienceCount: 0,
    couponBatchId,
  });
  const run = await findRun(scope, id);
  if (!run || !givesCodes(run)) throw new Error("The run gives codes.");
  return run;
}
