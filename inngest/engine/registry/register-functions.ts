import type { InngestFunction } from "inngest";
import type { Sql } from "@/db/client";
import { deleteCronsOfArchived, readDatabaseClock, syncCrons } from "@/db/queries/workflow/crons";
import { syncFunctions } from "@/db/queries/workflow/functions";
import { unprocessable } from "@/lib/platform/errors";
import type { CommHandler } from "../protocol/comm-handler";
import { findTickAfter } from "../schedule/cron-expression";
import type { FunctionDefinition } from "./function-definition";
import { parseFunctionConfig } from "./parse-function-config";

/** Stores what the app's functions are. Throws before anything is stored when one uses what the engine lacks. */
export async function registerFunctions(
  sql: Sql,
  {
    appId,
    comm,
    functions,
  }: { appId: string; comm: CommHandler; functions: readonly InngestFunction.Like[] },
): Promise<FunctionDefinition[]> {
  const configs = await comm.describe();
  const parsed = configs.map((config) => ({ config, ...parseFunctionConfig(config) }));
  assertSupported([
    ...parsed.map(({ definition, refusals }) => ({ id: definition.id, refusals })),
    ...ofOptions(functions),
  ]);
  const definitions = parsed.map((one) => one.definition);
  await syncFunctions(
    sql,
    appId,
    parsed.map(({ definition, config }) => ({ id: definition.id, config })),
  );
  const now = await readDatabaseClock(sql);
  const crons = definitions.flatMap((definition) =>
    definition.crons.flatMap((expression) => {
      const nextAt = findTickAfter(expression, now);
      return nextAt ? [{ functionId: definition.id, expression, nextAt }] : [];
    }),
  );
  await syncCrons(
    sql,
    definitions.map((one) => one.id),
    crons,
  );
  await deleteCronsOfArchived(sql);
  return definitions;
}

type Refusal = { id: string; refusals: readonly string[] };

/** Options the SDK acts on itself and does not report. */
function ofOptions(functions: readonly InngestFunction.Like[]): Refusal[] {
  return functions.map((one) => {
    const options: unknown = "opts" in one ? one.opts : {};
    if (typeof options !== "object" || options === null) return { id: "", refusals: [] };
    const id = "id" in options ? String(options.id) : "";
    const isRefused = "optimizeParallelism" in options && options.optimizeParallelism === false;
    return { id, refusals: isRefused ? ["optimizeParallelism: false"] : [] };
  });
}

function assertSupported(refusals: readonly Refusal[]) {
  const named = refusals.flatMap(({ id, refusals: options }) =>
    options.map((option) => `${id} uses ${option}`),
  );
  if (named.length === 0) return;
  throw unprocessable(`The embedded engine does not support this: ${named.join("; ")}.`, {
    reason: "unsupported_option",
  });
}
