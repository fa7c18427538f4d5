import { ageSorts, cursorOf } from "@/db/keyset";
import { findWorkflowRun } from "@/db/queries/workflows/find-workflow-run";
import {
  listWorkflowRuns as listRunRows,
  type WorkflowRunFilter,
  type WorkflowRunRow,
  workflowRunOrders,
} from "@/db/queries/workflows/list-workflow-runs";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound } from "@/lib/platform/errors";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { requireRunsHere } from "./engine-acts";
import { toRunSearch } from "./run-search";
import { findSubjects, type Subjects } from "./subjects";

export type WorkflowRun = Omit<WorkflowRunRow, "event"> &
  Subjects & {
    eventId: string;
    eventName: string;
    /** From its first request to its end, waits included. */
    tookMillis: number | null;
  };

type Input = ListInput & WorkflowRunFilter & { about?: string | undefined; sort?: string | undefined };

/** Runs of this workspace's events, the newest first. Not counted: there may be a great many. */
export async function listWorkflowRuns(ctx: WorkspaceContext, input: Input): Promise<Page<WorkflowRun>> {
  ctx.require("workflows.read");
  requireRunsHere();
  const { since, until } = input;
  if (since && until && since >= until)
    throw invalidField("until", "The span ends before it begins: give an `until` later than `since`.");
  const order = workflowRunOrders[parseSort(input.sort, ageSorts)];
  const page = parsePage(input, order.keys.length);
  const about = input.about ? toRunSearch(input.about, since ?? searchedSince(ctx, until)) : undefined;
  const rows = await listRunRows(ctx.scope, { ...input, about }, order, page);
  return toPage(await addSubjects(ctx, rows), page.limit, (run) => cursorOf(order, run), null);
}

const searchedMillis = 24 * 3_600_000;

/** Looking through events is looking at each: not at all of them where nobody says how far back. */
const searchedSince = (ctx: WorkspaceContext, until: Date | undefined): Date =>
  new Date((until ?? ctx.now()).getTime() - searchedMillis);

/** For the answer to a write. */
export async function getRunSummary(ctx: WorkspaceContext, id: string): Promise<WorkflowRun> {
  const row = await findWorkflowRun(ctx.scope, id);
  const [run] = row ? await addSubjects(ctx, [row]) : [];
  if (!run) throw notFound();
  return run;
}

export async function addSubjects(
  ctx: WorkspaceContext,
  rows: readonly WorkflowRunRow[],
): Promise<WorkflowRun[]> {
  const subjects = await findSubjects(ctx, rows);
  return rows.map(({ event, ...run }) => ({
    ...run,
    ...identify(event),
    tookMillis: run.endedAt ? run.endedAt.getTime() - (run.startedAt ?? run.createdAt).getTime() : null,
    ...(subjects.get(run.id) ?? { campaign: null, job: null, contact: null }),
  }));
}

function identify(event: string): { eventId: string; eventName: string } {
  const { id = "", name = "" } = (tryParseJson(event) ?? {}) as { id?: string; name?: string };
  return { eventId: id, eventName: name };
}
