import { advanceJob, claimJob, completeJob, insertJobErrors } from "@/db/queries/jobs/advance-job";
import type { JobErrorRow, JobRow } from "@/db/queries/jobs/job-row";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";

/** Another execution, a pause or a cancellation took the job away; the batch at work was undone. */
export class JobStopped extends Error {
  override readonly name = "JobStopped";
}

/** What one batch did, to be recorded together with its rows. */
export type JobBatch = {
  done: number;
  failed?: number;
  cursor: Record<string, unknown>;
  result: Record<string, unknown>;
  errors?: JobErrorRow[];
};

type Options = { sliceMillis?: number; clock?: () => number };

const sliceMillisDefault = 20_000;
const announceMillis = 1_000;

/** One execution of a job: for a slice of time it alone may write progress. */
export class JobRun {
  private lapAt: number;
  private announcedAt = Number.NEGATIVE_INFINITY;
  private afterwards: (() => Promise<void>) | undefined;
  private readonly endsAt: number;

  private constructor(
    readonly ctx: WorkspaceContext,
    readonly job: JobRow,
    readonly fence: string,
    private readonly clock: () => number,
    sliceMillis: number,
  ) {
    this.lapAt = clock();
    this.endsAt = this.lapAt + sliceMillis;
  }

  /** Takes the job over; nothing when it is paused or has ended. */
  static async claim(
    ctx: WorkspaceContext,
    jobId: string,
    options: Options = {},
  ): Promise<JobRun | undefined> {
    const fence = newId();
    const job = await claimJob(ctx.scope, jobId, fence);
    const clock = options.clock ?? (() => performance.now());
    return job && new JobRun(ctx, job, fence, clock, options.sliceMillis ?? sliceMillisDefault);
  }

  /** Time to let another slice go on. */
  isSliceOver(): boolean {
    return this.clock() >= this.endsAt;
  }

  /** Writes a batch and its place in one transaction: after a crash it is there once, or not at all. */
  async commit(write: (tx: TransactionContext) => Promise<JobBatch>): Promise<void> {
    const { job } = this;
    const isAnnounced = this.clock() - this.announcedAt >= announceMillis;
    const next = await this.ctx.transaction(async (tx) => {
      const batch = await write(tx);
      await insertJobErrors(tx.scope, job.id, batch.errors ?? []);
      const advance = {
        done: job.done + batch.done,
        failed: job.failed + (batch.failed ?? 0),
        activeMillis: job.activeMillis + Math.round(this.clock() - this.lapAt),
        cursor: batch.cursor,
        result: batch.result,
      };
      if (!(await advanceJob(tx.scope, { id: job.id, fence: this.fence }, advance))) throw new JobStopped();
      // Commits that notify wait for each other: once a second is as often as anybody looks.
      if (isAnnounced) await tx.announce("jobs", job.id);
      return advance;
    });
    Object.assign(job, next);
    if (isAnnounced) this.announcedAt = this.clock();
    this.lapAt = this.clock();
  }

  /** To be done once the completion has committed; a crash in between leaves it to the sweep. */
  afterCompletion(work: () => Promise<void>): void {
    this.afterwards = work;
  }

  async complete(): Promise<void> {
    await this.ctx.transaction(async (tx) => {
      if (!(await completeJob(tx.scope, this.job.id, this.fence))) throw new JobStopped();
      const { id, title, kind, result } = this.job;
      const after = { kind, result: countsOf(result) };
      await tx.audit("job.completed", { kind: "job", id, name: title }, { after });
    });
    await this.afterwards?.();
  }
}

/** The audit log is kept for good: what a result says of single people is not. */
const countsOf = (result: JobRow["result"]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(result ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );

/** Does a slice of the job; `true` when nothing is left. */
export type JobWork = (run: JobRun) => Promise<boolean>;
