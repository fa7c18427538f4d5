import {
  findStartOfNewest,
  listFunctionBacklogs,
  listFunctionFigures,
  listFunctionHours,
  listRegisteredFunctions,
} from "@/db/queries/workflows/function-figures";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { requireRunsHere } from "./engine-acts";
import { parseRegistration, type Registration } from "./parse-registration";
import { failureRateOf, figureHours, mayRunForWorkspace } from "./workflow";

const hourMillis = 3_600_000;

export type Workflow = Registration & {
  id: string;
  isArchived: boolean;
  hours: { startsAt: Date; started: number; failed: number }[];
  started: number;
  completed: number;
  failed: number;
  cancelled: number;
  failureRate: number | null;
  medianMillis: number | null;
  p95Millis: number | null;
  lastFailedAt: Date | null;
  running: number;
  queued: number;
  waiting: number;
};

/** Of more, the figures are of the newest: each look reads them all. */
const runsMax = 50_000;

/** What may run for this workspace, with what became of its own runs: of the last day, or `since` later than that. */
export async function listWorkflows(
  ctx: WorkspaceContext,
  { countedMax = runsMax } = {},
): Promise<{ since: Date; data: Workflow[] }> {
  ctx.require("workflows.read");
  requireRunsHere();
  const { scope } = ctx;
  const currentHour = Math.floor(ctx.now().getTime() / hourMillis);
  const day = new Date((currentHour - figureHours + 1) * hourMillis);
  const since = (await findStartOfNewest(scope, day, countedMax)) ?? day;
  const firstHour = Math.floor(since.getTime() / hourMillis);
  const [functions, figures, hours, backlogs] = await Promise.all([
    listRegisteredFunctions(scope),
    listFunctionFigures(scope, since),
    listFunctionHours(scope, since),
    listFunctionBacklogs(scope),
  ]);
  const data = functions.flatMap(({ id, config, archivedAt }) => {
    const registration = parseRegistration(config);
    const { functionId: _, ...recent } = figures.find((one) => one.functionId === id) ?? noFigures;
    const { running, queued, waiting } = backlogs.find((one) => one.functionId === id) ?? noBacklog;
    const isKnown = archivedAt === null && mayRunForWorkspace(id, registration.triggers);
    if (!isKnown && recent.started + running + queued + waiting === 0) return [];
    const own = hours.filter((one) => one.functionId === id);
    return {
      ...registration,
      id,
      isArchived: archivedAt !== null,
      ...recent,
      failureRate: failureRateOf(recent),
      running,
      queued,
      waiting,
      hours: Array.from({ length: currentHour - firstHour + 1 }, (__, hour) => ({
        startsAt: new Date((firstHour + hour) * hourMillis),
        started: own.find((one) => one.hour === hour)?.started ?? 0,
        failed: own.find((one) => one.hour === hour)?.failed ?? 0,
      })),
    };
  });
  return { since, data };
}

const noFigures = {
  functionId: "",
  started: 0,
  completed: 0,
  failed: 0,
  cancelled: 0,
  lastFailedAt: null,
  medianMillis: null,
  p95Millis: null,
};

const noBacklog = { running: 0, queued: 0, waiting: 0 };
