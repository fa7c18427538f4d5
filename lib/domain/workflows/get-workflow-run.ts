import {
  listAttempts,
  listFinishedSteps,
  listOpenWaits,
  listWaitingJobs,
} from "@/db/queries/workflow/inspect";
import { findWorkflowRun } from "@/db/queries/workflows/find-workflow-run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { requireRunsHere } from "./engine-acts";
import { addSubjects, type WorkflowRun } from "./list-workflow-runs";
import { type Payload, parsePayload, type RunError, toPayload, toRunError } from "./payload";
import { type Redaction, redactText } from "./redact";
import { buildTimeline } from "./timeline";
import type { TimelineEntry } from "./timeline-entry";
import { matchOf } from "./timeline-open";

export type WorkflowRunDetail = WorkflowRun & {
  /** What the function was given. */
  input: Payload;
  output: Payload | null;
  error: RunError | null;
  deadline: Date | null;
  /** Events that would cancel it. */
  cancelledBy: { eventName: string; match: string | null }[];
  timeline: TimelineEntry[];
  /** Entries before the first of `timeline`, left out because there are very many. */
  entriesLeftOut: number;
};

const entriesMax = 300;

/** One run as a timeline; whatever opens something is left out of it. */
export async function getWorkflowRun(
  ctx: WorkspaceContext,
  { workflowRunId: id }: { workflowRunId: string },
): Promise<WorkflowRunDetail> {
  ctx.require("workflows.read");
  requireRunsHere();
  const redaction = { hidesAddresses: !ctx.can("contacts.read") };
  const { row, ...records } = await readRecords(ctx, id);
  const [summary] = await addSubjects(ctx, [row]);
  if (!summary) throw notFound();
  const error = row.error === null ? null : tryParseJson(row.error);
  const timeline = buildTimeline({ ...records, run: { ...row, error }, now: ctx.now() }, redaction);
  const { data } = (tryParseJson(row.event) ?? {}) as { data?: unknown };
  return {
    ...summary,
    input: toPayload(data ?? null, redaction),
    output: row.output === null || row.output === "null" ? null : parsePayload(row.output, redaction),
    error: error === null ? null : toRunError(error, redaction),
    deadline: row.deadline,
    cancelledBy: records.waits
      .filter(({ stepName }) => stepName === null)
      .map((wait) => ({ eventName: wait.eventName, match: redactMatch(matchOf(wait), redaction) })),
    timeline: timeline.slice(-entriesMax),
    entriesLeftOut: Math.max(0, timeline.length - entriesMax),
  };
}

const redactMatch = (match: string | null, redaction: Redaction): string | null =>
  match === null ? null : redactText(match, redaction);

/** What belongs to a run is read by its id alone, once it has been found among this workspace's. */
async function readRecords(ctx: WorkspaceContext, id: string) {
  return ctx.scope.transaction(async (tx) => {
    const row = await findWorkflowRun(tx, id);
    if (!row) throw notFound();
    const [steps, jobs, waits, attempts] = await Promise.all([
      listFinishedSteps(tx.connection, id),
      listWaitingJobs(tx.connection, id),
      listOpenWaits(tx.connection, id),
      listAttempts(tx.connection, id),
    ]);
    return { row, steps, jobs, waits, attempts };
  });
}
