import type { TransactionSql } from "@/db/client";
import { type NewJob, splitRun, suspendJob } from "@/db/queries/workflow/continue";
import { holdIngest, listEventsAfter } from "@/db/queries/workflow/events";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { enterDiscovery, leaveDiscovery } from "@/db/queries/workflow/race";
import { insertWaits, type NewWait, wakeWaits } from "@/db/queries/workflow/waits";
import { newId } from "@/lib/platform/ids";
import type { FinishedStep } from "../protocol/answer";
import { toPayload } from "../protocol/event-payload";
import type { PlannedStep } from "../protocol/planned-step";
import { endsWait } from "../waits/ends-wait";
import type { EngineContext } from "./engine-context";
import type { Execution } from "./execution";
import { persist } from "./persist";
import { type Plan, planStep } from "./plan";

/** `invalid`: a condition is no expression; `stuck`: there is nothing the run could go on with. */
export type Suspension = "suspended" | "invalid" | "stuck";

/** Ends a request whose function came to steps that are run or waited for elsewhere. */
export async function suspend(
  context: EngineContext,
  execution: Execution,
  finished: readonly FinishedStep[],
  planned: readonly PlannedStep[],
): Promise<Suspension> {
  const { job, lease } = execution;
  const [only] = planned;
  const isTimer =
    planned.length === 1 && finished.length === 0 && only?.kind !== "step" && job.kind !== "discover";
  const plans = planned.map((step) => {
    const place = { jobId: isTimer ? lease.id : newId(), runId: job.runId, eventSeq: execution.eventSeq };
    return planStep(step, { ...place, event: JSON.parse(job.event) as unknown });
  });
  if (plans.some((plan) => plan === undefined)) return "invalid";
  const known = plans.flatMap((plan) => plan ?? []);
  const isRace = job.kind === "discover" || planned.some((step) => step.isRace);
  const request = { execution, steps: execution.rowsOf(finished), plans: known, isTimer, isRace };
  const result = await persist(() => write(context, request), context.timings.leaseMillis);
  for (const { job: next } of known) context.dueWithin(millisUntil(next.wait));
  return result;
}

type Request = {
  execution: Execution;
  steps: ReturnType<Execution["rowsOf"]>;
  plans: readonly Plan[];
  isTimer: boolean;
  isRace: boolean;
};

async function write(context: EngineContext, request: Request): Promise<Suspension> {
  const { execution, plans } = request;
  const needsMore =
    execution.job.kind === "discover" || plans.some(({ wait, invocation }) => wait ?? invocation);
  if (!needsMore) {
    await writeJobs(context.sql, request, plans);
    return "suspended";
  }
  return context.sql.begin<Suspension>((tx) => writeAll(tx, request));
}

async function writeAll(tx: TransactionSql, request: Request): Promise<Suspension> {
  const { execution, isRace } = request;
  let { plans } = request;
  if (plans.some(({ wait }) => wait)) await holdIngest(tx);
  if (execution.job.kind === "discover") {
    const known = await enterDiscovery(tx, execution.lease, execution.job.runId);
    plans = plans.filter(({ job }) => !known?.has(job.stepId));
    if (plans.length === 0) return (await leaveDiscovery(tx, execution.lease)) ? "suspended" : "stuck";
  }
  if (!(await writeJobs(tx, { ...request, isRace }, plans))) return "suspended";
  const waits = plans.flatMap(({ wait }) => wait ?? []);
  await insertWaits(tx, waits);
  await insertOutboxEvents(
    tx,
    plans.flatMap(({ invocation }) => invocation ?? []),
  );
  if (waits.length > 0) await catchUp(tx, execution, waits);
  return "suspended";
}

/** `false`: the lease was lost, and with it the request. */
async function writeJobs(
  sql: EngineContext["sql"] | TransactionSql,
  { execution, steps, isTimer, isRace }: Request,
  plans: readonly Plan[],
): Promise<boolean> {
  const { lease, job } = execution;
  const jobs: NewJob[] = plans.map((plan) => plan.job);
  const [only] = jobs;
  if (isTimer && only && only.kind !== "step") return suspendJob(sql, lease, { ...only, kind: only.kind });
  return splitRun(sql, { lease, runId: job.runId, steps, jobs, isRace });
}

/** What arrived between the request's start and the wait's registration counts as well. */
async function catchUp(tx: TransactionSql, execution: Execution, waits: readonly NewWait[]): Promise<void> {
  const names = [...new Set(waits.map(({ eventName }) => eventName))];
  const events = (await listEventsAfter(tx, execution.eventSeq, names)).map((event) => ({
    seq: event.seq,
    payload: toPayload(event),
  }));
  const runEvent: unknown = JSON.parse(execution.job.event);
  const wakenings = waits.flatMap((wait) => {
    const event = events.find(({ payload }) => endsWait(wait, runEvent, payload));
    return event && wait.jobId !== null ? [{ id: wait.id, jobId: wait.jobId, seq: event.seq }] : [];
  });
  const values = events.map(({ seq, payload }): [number, string] => [seq, JSON.stringify(payload)]);
  await wakeWaits(tx, wakenings, new Map(values));
}

function millisUntil(wait: NewJob["wait"]): number {
  return "millis" in wait ? wait.millis : wait.until.getTime() - Date.now();
}
