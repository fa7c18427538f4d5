import type { ClaimedJob } from "@/db/queries/workflow/claim";
import type { Lease } from "@/db/queries/workflow/lease";
import type { JsonText } from "@/db/queries/workflow/statement";
import type { StepRow } from "@/db/queries/workflow/steps";
import type { FinishedStep } from "../protocol/answer";

/** One leased job while this process works on it. */
export class Execution {
  /** `lost`: another process may have it; `yielded`: the engine stops and hands it back at the next step. */
  state: "held" | "lost" | "yielded" = "held";
  /** A feature the function used that the engine does not have. */
  unsupported: string | undefined;
  readonly startedAtMillis = performance.now();

  constructor(
    public job: ClaimedJob,
    public steps: Map<string, JsonText>,
    /** The newest event of before the request: a wait that the request asks for can be ended by later ones. */
    public eventSeq: number,
  ) {}

  /** Past its deadline the run goes no further than the step in progress. */
  get isOverdue(): boolean {
    const { deadlineMillis } = this.job;
    return deadlineMillis !== null && performance.now() - this.startedAtMillis > deadlineMillis;
  }

  get lease(): Lease {
    return { id: this.job.id, token: this.job.token };
  }

  /** What the SDK echoes in its checkpoints. */
  get leaseId(): string {
    return `${this.job.id}|${this.job.token}`;
  }

  /** Rows to save; only the first step of a request can carry earlier tries. */
  rowsOf(steps: readonly FinishedStep[]): StepRow[] {
    return steps.map((step, position) => ({ ...step, attempt: position === 0 ? this.job.attempt : 0 }));
  }

  remember(steps: readonly FinishedStep[]): void {
    for (const step of steps) this.steps.set(step.id, step.value);
  }

  /** From here on the job stands for the run's next call; `discover` while other jobs of the run are open. */
  becomeCall(kind: "resume" | "discover"): void {
    this.job = {
      ...this.job,
      kind,
      stepId: null,
      stepName: null,
      parallel: false,
      race: false,
      attempt: 0,
      lost: 0,
    };
  }
}
