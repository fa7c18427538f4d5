import { setTimeout as sleep } from "node:timers/promises";
import { unblockJobs } from "@/db/queries/workflow/blocked";
import { type Claim, type ClaimedJob, claimJobs } from "@/db/queries/workflow/claim";
import { extendLeases, releaseLeases } from "@/db/queries/workflow/lease";
import { listSteps } from "@/db/queries/workflow/steps";
import { newId } from "@/lib/platform/ids";
import { driveJob } from "../runs/drive";
import type { EngineContext } from "../runs/engine-context";
import { Execution } from "../runs/execution";
import { createAdmit } from "./admit";
import { Alarm } from "./alarm";
import { Loop } from "./loop";

/** Claims due jobs while there is room, drives them, and keeps their leases alive. */
export class Dispatcher {
  private readonly executions = new Map<string, Execution>();
  private readonly driving = new Set<Promise<void>>();
  private readonly releasedKeys = new Set<string>();
  private readonly loop: Loop;
  private readonly alarm = new Alarm(() => this.loop.trigger());
  private readonly beat: Loop;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly context: EngineContext,
    private readonly functionIds: readonly string[],
    private readonly concurrency: number,
  ) {
    this.loop = new Loop("claim", context.log, () => context.goFirst(() => this.claim()));
    this.beat = new Loop("heartbeat", context.log, () => this.extend());
    this.heartbeat = setInterval(() => this.beat.trigger(), context.timings.leaseMillis / 3);
  }

  trigger(): void {
    this.loop.trigger();
  }

  dueWithin(millis: number): void {
    this.alarm.setWithin(millis);
  }

  released(keys: readonly string[]): void {
    for (const key of keys) this.releasedKeys.add(key);
  }

  find(leaseId: string): Execution | undefined {
    return this.executions.get(leaseId);
  }

  /** Lets executing requests end, then hands back what is left. */
  async stop(drainMillis: number): Promise<void> {
    this.alarm.stop();
    await this.loop.stop();
    const drained = Promise.all(this.driving);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([drained, new Promise((resolve) => (timer = setTimeout(resolve, drainMillis)))]);
    clearTimeout(timer);
    clearInterval(this.heartbeat);
    await this.beat.stop();
    const left = [...this.executions.values()].filter((execution) => execution.state === "held");
    for (const execution of left) execution.state = "lost";
    await releaseLeases(
      this.context.sql,
      left.map((execution) => execution.lease),
    );
    await this.unblock([...this.releasedKeys]);
  }

  /** Frees jobs held back by keys that have room. */
  async unblock(keys: readonly string[]): Promise<void> {
    const limits = keys.map((key) => ({ key, max: this.context.registry().findLimit(key) ?? unlimited }));
    if ((await unblockJobs(this.context.sql, limits)) > 0) this.loop.trigger();
  }

  private async claim(): Promise<void> {
    for (;;) {
      await this.gatherSlots();
      const keys = [...this.releasedKeys];
      this.releasedKeys.clear();
      await this.unblock(keys);
      const limit = this.concurrency - this.executions.size;
      if (limit <= 0 || this.context.isStopping()) return;
      const registry = this.context.registry();
      const claimedAt = performance.now();
      const claim = await claimJobs(this.context.sql, {
        token: newId(),
        functionIds: this.functionIds,
        limit,
        leaseMillis: this.context.timings.leaseMillis,
        ...(registry.hasLimits ? { admit: createAdmit(registry, limit) } : {}),
        finishLimits: registry.finishLimits,
      });
      // What was handed back while this claim was under way is for others.
      if (this.context.isStopping()) return releaseLeases(this.context.sql, claim.jobs);
      await this.start(claim, claimedAt);
      if (claim.hasOverdue) this.context.overdue();
      // A slot may have come free between the count and the block: whoever freed it could not see the blocked job.
      await this.unblock(claim.blockedKeys);
      this.alarm.setWithin(claim.nextDueMillis);
      if (!claim.hasMore) return;
    }
  }

  /** Nearly full: the next requests end within moments, and one claim for several is far cheaper. */
  private async gatherSlots(): Promise<void> {
    const free = this.concurrency - this.executions.size;
    if (free > 0 && free < this.concurrency / 4) await sleep(gatherMillis);
  }

  private async start(claim: Claim, claimedAt: number): Promise<void> {
    const { eventSeq } = claim;
    const { held, steps } = await this.prepare(claim, claimedAt).catch(async (error: unknown) => {
      await releaseLeases(this.context.sql, claim.jobs);
      throw error;
    });
    for (const job of held) {
      const execution = new Execution(job, new Map(steps.get(job.runId)), eventSeq);
      this.executions.set(execution.leaseId, execution);
      const driven = driveJob(this.context, execution).finally(() => {
        this.executions.delete(execution.leaseId);
        this.driving.delete(driven);
        this.loop.trigger();
      });
      this.driving.add(driven);
    }
  }

  private async prepare({ jobs }: Claim, claimedAt: number) {
    const replayed = jobs.filter((job) => job.kind !== "start" || job.attempt > 0 || job.lost > 0);
    const steps = await listSteps(
      this.context.sql,
      replayed.map((job) => job.runId),
    );
    return { steps, held: await this.stillHeld(jobs, claimedAt) };
  }

  /** On a machine so busy that a claim takes as long as a lease, others may have taken what was claimed. */
  private async stillHeld(jobs: readonly ClaimedJob[], claimedAt: number): Promise<readonly ClaimedJob[]> {
    const { leaseMillis } = this.context.timings;
    if (performance.now() - claimedAt < leaseMillis / 3) return jobs;
    const alive = new Set(await extendLeases(this.context.sql, jobs, leaseMillis));
    return jobs.filter((job) => alive.has(job.id));
  }

  private async extend(): Promise<void> {
    const { leaseMillis } = this.context.timings;
    this.dropHung();
    const held = [...this.executions.values()].filter((one) => one.state === "held");
    if (held.length === 0) return;
    const alive = new Set(
      await extendLeases(
        this.context.sql,
        held.map((one) => one.lease),
        leaseMillis,
      ),
    );
    for (const execution of held) {
      if (!alive.has(execution.job.id)) execution.state = "lost";
    }
  }

  /** A handler that does not come back loses its lease and its place; whatever it still does is not saved. */
  private dropHung(): void {
    const oldest = performance.now() - this.context.timings.requestMillisMax;
    for (const execution of this.executions.values()) {
      if (execution.startedAtMillis > oldest) continue;
      execution.state = "lost";
      this.executions.delete(execution.leaseId);
      this.loop.trigger();
    }
  }
}

const unlimited = 1_000_000;
const gatherMillis = 3;
