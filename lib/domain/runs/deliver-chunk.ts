import { findCoupon } from "@/db/queries/coupons/allocation/coupon-of-batch";
import {
  findOpenChunk,
  finishChunk,
  type LeasedChunk,
  leaseChunk,
  releaseChunk,
} from "@/db/queries/runs/chunks";
import { findRun, type RunRow } from "@/db/queries/runs/runs";
import { findSendingWorkspace, type SendingWorkspace } from "@/db/queries/runs/sending-context";
import { type OpenTransport, openTransport } from "@/lib/domain/providers/open-transport";
import { OutcomeTally } from "@/lib/domain/providers/outcome-tally";
import { postponeProvider } from "@/lib/domain/providers/rate/postpone-provider";
import { recordProviderHealth } from "@/lib/domain/providers/record-provider-health";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { env } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { shutdownSignal } from "@/lib/platform/shutdown";
import { announcingProgress } from "./announce-progress";
import { closeRun } from "./close-run";
import { holdRun } from "./hold-run";
import { laneOf } from "./run";
import { planDelivery } from "./sending/delivery-plan";
import { Pace } from "./sending/pace";
import { standAside, withPrecedence } from "./sending/precedence";
import { type ChunkEnd, sendChunk } from "./sending/send-chunk";
import { takeTokens } from "./sending/take-tokens";

/** `again`: people are left and may be tried from `resumeAt` on. `stopped`: resuming the run wakes the chunk. */
export type DeliverEnd = { state: "done" } | { state: "stopped" } | { state: "again"; resumeAt: string };

/** Where a run's messages go: its provider, unless the caller knows better. */
export type Connect = (
  ...to: Parameters<typeof openTransport>
) => Promise<Pick<OpenTransport, "transport" | "ratePerSecond">>;

const stepMillisMax = 45_000;
const retryPauseMillis = 30_000;
const busyPauseMillis = 5_000;

/** Delivers one chunk under a lease. Safe to call twice, concurrently, or after a crash at any point. */
export async function deliverChunk(
  ctx: WorkspaceContext,
  { runId, chunkNo }: { runId: string; chunkNo: number },
  connect: Connect = openTransport,
): Promise<DeliverEnd> {
  ctx.require("notifications.send");
  const [run, workspace] = await Promise.all([findRun(ctx.scope, runId), findSendingWorkspace(ctx.scope)]);
  if (!run || !workspace) throw notFound();
  if (run.status !== "sending" || workspace.isStopped) return stopHere(ctx, run);
  const work = () => deliverOpen(ctx, connect, { run, workspace, chunkNo });
  return isSingle(run) ? withPrecedence(work) : work();
}

const isSingle = ({ kind }: RunRow): boolean => laneOf(kind) === "transactional";

type Open = { run: RunRow; workspace: SendingWorkspace; chunkNo: number };

async function deliverOpen(
  ctx: WorkspaceContext,
  connect: Connect,
  { run, workspace, chunkNo }: Open,
): Promise<DeliverEnd> {
  const runId = run.id;
  const chunk = await leaseChunk(ctx.scope, { runId, chunkNo, leaseSeconds: env().PUSHPILOT_LEASE_SECONDS });
  if (!chunk) return findUnleased(ctx, runId, chunkNo);
  if (isLate(run, chunk)) return settle(ctx, run, chunk, { kind: "blocked", outcome: late });
  const tally = new OutcomeTally();
  const end = await announcingProgress(ctx, run, () => send(ctx, connect, { run, workspace, chunk, tally }));
  if (run.providerId) await recordProviderHealth(ctx.scope, run.providerId, tally);
  return settle(ctx, run, chunk, end);
}

/** A cancelled run is closed by whoever comes last; a paused one waits. */
async function stopHere(ctx: WorkspaceContext, run: RunRow): Promise<DeliverEnd> {
  if (run.status === "cancelled") await closeRun(ctx, { runId: run.id });
  return { state: "stopped" };
}

async function findUnleased(ctx: WorkspaceContext, runId: string, chunkNo: number): Promise<DeliverEnd> {
  const open = await findOpenChunk(ctx.scope, runId, chunkNo);
  if (open) return { state: "again", resumeAt: later(open.dueAt, soon(busyPauseMillis)) };
  await closeRun(ctx, { runId });
  return { state: "done" };
}

type Leased = { run: RunRow; workspace: SendingWorkspace; chunk: LeasedChunk; tally: OutcomeTally };

async function send(
  ctx: WorkspaceContext,
  connect: Connect,
  { run, workspace, chunk, tally }: Leased,
): Promise<ChunkEnd> {
  const { providerId } = run;
  if (!providerId) throw new Error("A run that sends has a provider.");
  const { transport, ratePerSecond } = await connect(ctx.scope, providerId);
  const batch = Math.max(1, Math.min(1_000, Math.ceil(ratePerSecond / 10)));
  const pace = new Pace(
    (wanted) =>
      takeTokens(ctx.scope, { ...run, providerId }, { wanted, ratePerSecond, lane: laneOf(run.kind) }),
    batch,
    (retryAfterMillis) => postponeProvider(ctx.scope, providerId, { retryAfterMillis, ratePerSecond }),
    chunk.size - chunk.sent - chunk.skipped - chunk.failed - chunk.unknown,
    isSingle(run) ? standAside : undefined,
  );
  const signal = AbortSignal.any([shutdownSignal(), AbortSignal.timeout(stepMillisMax)]);
  const coupon = run.couponBatchId ? await findCoupon(ctx.scope, run.couponBatchId) : undefined;
  const plan = planDelivery(run, workspace, coupon);
  return sendChunk({
    scope: ctx.scope,
    run: { ...run, providerId },
    chunk,
    plan,
    transport,
    pace,
    tally,
    signal,
  });
}

async function settle(
  ctx: WorkspaceContext,
  run: RunRow,
  chunk: LeasedChunk,
  end: ChunkEnd,
): Promise<DeliverEnd> {
  const holder = { runId: run.id, chunkNo: chunk.chunkNo, fence: chunk.fence };
  if (end.kind === "lost") return { state: "again", resumeAt: soon(busyPauseMillis) };
  if (end.kind === "crashed") {
    await releaseChunk(ctx.scope, holder);
    throw end.error;
  }
  if (end.kind === "blocked") {
    await releaseChunk(ctx.scope, holder);
    await holdRun(ctx, { run, outcome: end.outcome });
    return goOn(ctx, run, retryPauseMillis);
  }
  if (end.kind === "through" && (await finishChunk(ctx.scope, holder))) {
    await closeRun(ctx, { runId: run.id });
    return { state: "done" };
  }
  await releaseChunk(ctx.scope, holder);
  return goOn(ctx, run, end.kind === "through" ? retryPauseMillis : 0);
}

/** The run may have been paused or cancelled meanwhile. */
async function goOn(ctx: WorkspaceContext, { id }: RunRow, millis: number): Promise<DeliverEnd> {
  const current = await findRun(ctx.scope, id);
  if (current && current.status !== "sending") return stopHere(ctx, current);
  return { state: "again", resumeAt: soon(millis) };
}

const later = (dueAt: Date | null, resumeAt: string): string =>
  dueAt && dueAt > new Date(resumeAt) ? dueAt.toISOString() : resumeAt;

/** Long after its time a message does harm: a person decides, once for the run. */
const isLate = ({ timing, latenessAccepted }: RunRow, { dueAt }: LeasedChunk): boolean =>
  timing !== null &&
  !latenessAccepted &&
  dueAt !== null &&
  Date.now() - dueAt.getTime() > timing.latenessMillisMax;

const late = { kind: "transient", code: "late", detail: "" } as const;

const soon = (millis: number): string => new Date(Date.now() + millis).toISOString();
