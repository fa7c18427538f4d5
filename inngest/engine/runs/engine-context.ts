import type { Sql } from "@/db/client";
import { type Completion, completeRuns } from "@/db/queries/workflow/finish";
import { type StepBatch, saveSteps } from "@/db/queries/workflow/steps";
import { GroupCommit } from "@/lib/platform/batching/group-commit";
import type { CommHandler } from "../protocol/comm-handler";
import type { Registry } from "../registry/registry";
import type { EngineLog, Timings } from "../timings";

const commitSizeMax = 200;
/** Two, so that one waits for the disk while the next is sent. */
const commitsAtOnceMax = 2;

/** Runs what is given, and may let other things of the process wait meanwhile. */
export type GoFirst = <T>(work: () => Promise<T>) => Promise<T>;

export type SaveResult = "live" | "expired" | "lost";

/** What the parts of one engine work with. */
export type EngineContext = {
  sql: Sql;
  log: EngineLog;
  timings: Timings;
  comm: CommHandler;
  registry: () => Registry;
  commits: { steps: GroupCommit<StepBatch, SaveResult>; completions: GroupCommit<Completion, boolean> };
  isStopping: () => boolean;
  goFirst: GoFirst;
  /** A job of this process is due in `millis`. */
  dueWithin: (millis: number) => void;
  /** Runs are past their deadline. */
  overdue: () => void;
  /** Slots of these keys came free. */
  released: (keys: readonly string[]) => void;
};

export function createCommits(sql: Sql): EngineContext["commits"] {
  return {
    steps: new GroupCommit(commitSizeMax, commitsAtOnceMax, async (batches) => {
      const live = await saveSteps(sql, batches);
      return batches.map(({ lease }) => {
        const isLive = live.get(lease.id);
        if (isLive === undefined) return "lost";
        return isLive ? "live" : "expired";
      });
    }),
    completions: new GroupCommit(commitSizeMax, commitsAtOnceMax, async (completions) => {
      const ended = new Set(await completeRuns(sql, completions));
      return completions.map(({ lease }) => ended.has(lease.id));
    }),
  };
}
