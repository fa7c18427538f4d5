import { rm } from "node:fs/promises";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import type { Bench, FigureGroup } from "@/bench/harness/bench";
import type { Child } from "@/bench/harness/child";
import { type Line, toFigure } from "@/bench/harness/figure";
import type { LabDatabase } from "@/bench/harness/lab";
import { compare, timed } from "@/bench/harness/pairs";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createExport } from "@/lib/domain/contacts/exports/create-export";
import { createImport, reserveImportFile } from "@/lib/domain/contacts/imports/create-import";
import { writeCsv } from "./csv-file";

const importTarget = 0.5;
const exportTarget = 0.7;
const tables = ["contacts", "subscriptions"] as const;

/** A file of contacts in and out, against Postgres' own COPY of the same rows from and to the server's disk. */
export const contactFiles: FigureGroup = { names: ["B14"], measure };

type Setting = { bench: Bench; database: LabDatabase; scenario: Scenario; child: Child; superuser: Sql };

async function measure(bench: Bench): Promise<Line[]> {
  const database = await bench.lab.createDatabase();
  const scenario = await createScenario(database.sql);
  const child = bench.child(database.url);
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  const setting = { bench, database, scenario, child, superuser };
  try {
    return [await measureImport(setting), await measureExport(setting)];
  } finally {
    await Promise.all([child.stop(), superuser.end()]);
  }
}

async function measureImport(setting: Setting): Promise<Line> {
  const { bench, superuser } = setting;
  const { rows, pairs } = bench.options;
  await importOnce(setting);
  const fileOf = (table: string) => join(bench.lab.serverFolder, `${table}.copy`);
  for (const table of tables) await superuser.unsafe(`copy ${table} to '${fileOf(table)}'`);
  const limit = async () => {
    await empty(setting);
    const sample = await timed(rows, async () => {
      for (const table of tables) await superuser.unsafe(`copy ${table} from '${fileOf(table)}'`);
    });
    await assertRows(setting);
    return sample;
  };
  const comparison = await compare(() => importOnce(setting), limit, pairs);
  return toFigure({
    name: "B14 import",
    unit: "rows/s",
    target: importTarget,
    goal: "at least",
    rows,
    ...comparison,
  });
}

async function importOnce(setting: Setting) {
  const { bench, scenario, child } = setting;
  const { rows } = bench.options;
  await empty(setting);
  const file = await reserveImportFile(scenario.ctx);
  const bytes = await writeCsv(file.path, rows);
  const inspection = { bytes, lines: rows + 1, isUtf8: true, hasNul: false, isUtf16: false, isZip: false };
  const { id: jobId } = await createImport(scenario.ctx, { ...file, fileName: "bench.csv", inspection }, {});
  const seconds = await child.run("runJob", { workspaceId: scenario.workspaceId, jobId });
  await assertRows(setting);
  return { units: rows, seconds };
}

async function measureExport(setting: Setting): Promise<Line> {
  const { bench, scenario, child, superuser } = setting;
  const { rows, pairs } = bench.options;
  await importOnce(setting);
  const path = join(bench.lab.serverFolder, "export.csv");
  const ours = async () => {
    const { id: jobId } = await createExport(scenario.ctx, {});
    const seconds = await child.run("runJob", { workspaceId: scenario.workspaceId, jobId });
    const [job] = await scenario.scope.sql<{ done: number }>`
      select done from jobs where workspace_id = ${scenario.workspaceId} and id = ${jobId}`;
    if (job?.done !== rows) throw new Error(`Exported ${job?.done} of ${rows}.`);
    return { units: rows, seconds };
  };
  const limit = () => timed(rows, () => superuser.unsafe(plainCopy(scenario.workspaceId, path)));
  const comparison = await compare(ours, limit, pairs);
  await rm(path);
  return toFigure({
    name: "B14 export",
    unit: "rows/s",
    target: exportTarget,
    goal: "at least",
    rows,
    ...comparison,
  });
}

/** The columns of an export as they lie in the tables. */
const plainCopy = (workspaceId: string, path: string) => `
  copy (select c.external_id, c.kind, c.first_name, c.last_name, e.address, p.address, c.locale, c.time_zone, c.country,
      c.city, c.birth_date, c.tags, c.attributes, c.created_at
    from contacts c
    left join subscriptions e on e.workspace_id = c.workspace_id and e.contact_id = c.id and e.channel = 'email'
    left join subscriptions p on p.workspace_id = c.workspace_id and p.contact_id = c.id and p.channel = 'sms'
    where c.workspace_id = '${workspaceId}') to '${path}' (format csv)`;

const empty = ({ superuser }: Setting) =>
  superuser.unsafe("truncate contacts, subscriptions, consents, jobs cascade");

async function assertRows({ bench, scenario }: Setting): Promise<void> {
  const [row] = await scenario.scope.sql<{ contacts: number; addresses: number }>`
    select (select count(*)::int from contacts where workspace_id = ${scenario.workspaceId}) as contacts,
      (select count(*)::int from subscriptions where workspace_id = ${scenario.workspaceId}) as addresses`;
  const { rows } = bench.options;
  if (row?.contacts !== rows || row.addresses !== rows * 2)
    throw new Error(`Wrong rows: ${JSON.stringify(row)}`);
}
