import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import type { Bench, FigureGroup } from "@/bench/harness/bench";
import type { Child } from "@/bench/harness/child";
import { type Line, toFigure } from "@/bench/harness/figure";
import { compare, timed } from "@/bench/harness/pairs";
import { insertOffer } from "@/db/testing/offer";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createBatch } from "@/lib/domain/coupons/batches/create-batch";

const generationTarget = 0.85;
const exportTarget = 0.7;

/** Codes into the table and out of it, against Postgres' own COPY of the same rows from and to the server's disk. */
export const couponBatches: FigureGroup = { names: ["B1"], measure };

type Setting = { bench: Bench; scenario: Scenario; offerId: string; child: Child; superuser: Sql };

async function measure(bench: Bench): Promise<Line[]> {
  const database = await bench.lab.createDatabase();
  const scenario = await createScenario(database.sql);
  const offerId = await insertOffer(scenario);
  const child = bench.child(database.url);
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  const setting = { bench, scenario, offerId, child, superuser };
  try {
    return [await measureGeneration(setting), await measureExport(setting)];
  } finally {
    await Promise.all([child.stop(), superuser.end()]);
  }
}

async function measureGeneration(setting: Setting): Promise<Line> {
  const { bench, superuser } = setting;
  const { rows, pairs } = bench.options;
  const path = join(bench.lab.serverFolder, "codes.copy");
  await generateOnce(setting);
  await superuser.unsafe(`copy (select * from coupon_codes order by seq) to '${path}'`);
  const limit = async () => {
    await empty(setting);
    const sample = await timed(rows, () => superuser.unsafe(`copy coupon_codes from '${path}'`));
    await assertRows(setting);
    return sample;
  };
  const comparison = await compare(() => generateOnce(setting), limit, pairs);
  await rm(path);
  return toFigure({
    name: "B1 codes",
    unit: "codes/s",
    target: generationTarget,
    goal: "at least",
    rows,
    ...comparison,
  });
}

async function generateOnce(setting: Setting) {
  const { bench, scenario, offerId, child } = setting;
  const quantity = bench.options.rows;
  await empty(setting);
  const { job } = await createBatch(scenario.ctx, { offerId, quantity });
  const seconds = await child.run("runJob", { workspaceId: scenario.workspaceId, jobId: job.id });
  await assertRows(setting);
  return { units: quantity, seconds };
}

async function measureExport(setting: Setting): Promise<Line> {
  const { bench, scenario, child, superuser } = setting;
  const { rows, pairs } = bench.options;
  await generateOnce(setting);
  const { workspaceId } = scenario;
  const [batch] = await superuser<{ id: string }[]>`select id from coupon_batches`;
  const batchId = batch?.id ?? "";
  const path = join(bench.lab.folder, "codes.csv");
  const ours = async () => {
    const seconds = await child.run("exportCodes", { workspaceId, batchId, path });
    const lines = readFileSync(path, "latin1").split("\n").length - 2;
    if (lines !== rows) throw new Error(`Exported ${lines} of ${rows}.`);
    return { units: rows, seconds };
  };
  const plain = join(bench.lab.serverFolder, "codes.csv");
  const limit = () =>
    timed(rows, () =>
      superuser.unsafe(`copy (select code, case when uses > 0 then 'used' else 'unused' end, uses from coupon_codes
        where workspace_id = '${workspaceId}' and batch_id = '${batchId}' order by seq) to '${plain}' (format csv)`),
    );
  const comparison = await compare(ours, limit, pairs);
  return toFigure({
    name: "B1 export",
    unit: "codes/s",
    target: exportTarget,
    goal: "at least",
    rows,
    ...comparison,
  });
}

const empty = ({ superuser }: Setting) =>
  superuser.unsafe("truncate coupon_codes, coupon_batches, jobs cascade");

async function assertRows({ bench, superuser }: Setting): Promise<void> {
  const [row] = await superuser<{ codes: number; distinct: number }[]>`
    select count(*)::int as codes, count(distinct code_key)::int as distinct from coupon_codes`;
  const { rows } = bench.options;
  if (row?.codes !== rows || row.distinct !== rows) throw new Error(`Wrong rows: ${JSON.stringify(row)}`);
}
