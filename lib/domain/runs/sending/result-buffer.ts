import type { Results, SendingState } from "@/db/queries/runs/record-results";
import { reasonName } from "../run";
import type { PersonResult } from "./person-result";

type Write = (results: Results) => Promise<SendingState | undefined>;

/** Worth a commit of their own; fewer wait a moment for more, or a slow campaign writes one by one. */
const rowsEnough = 50;
const flushMillis = 80;
const waitingMax = 2_000;

/**
 * Collects results and writes them in frequent batches: what a crash leaves uncertain is only what had not been
 * written yet. One write is under way at a time; results that arrive meanwhile form the next.
 */
export class ResultBuffer {
  private waiting: PersonResult[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private failure: Error | undefined;

  constructor(
    private readonly write: Write,
    private readonly onState: (state: SendingState | undefined) => void,
  ) {}

  add(result: PersonResult): void {
    this.waiting.push(result);
    this.flushSoon();
  }

  /** Something to wait for while the database is behind: what is sent must not run far ahead of what is stored. */
  room(): Promise<void> | undefined {
    return this.waiting.length < waitingMax ? undefined : this.writing;
  }

  /** Waits until everything added so far is stored. */
  async drain(): Promise<void> {
    while (this.waiting.length > 0 || this.writing) {
      this.flush();
      await this.writing;
    }
    if (this.failure !== undefined) throw this.failure;
  }

  /** Renews the lease and hears of a pause while no results come in. */
  beat(): void {
    if (this.waiting.length === 0) this.flush(true);
  }

  private flushSoon(): void {
    if (this.waiting.length >= rowsEnough) this.flush();
    else if (this.waiting.length > 0) this.timer ??= setTimeout(() => this.flush(), flushMillis);
  }

  private flush(isBeat = false): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.writing || (this.waiting.length === 0 && !isBeat)) return;
    const results = this.waiting;
    this.waiting = [];
    this.writing = this.store(results).finally(() => {
      this.writing = undefined;
      this.flushSoon();
    });
  }

  private async store(results: PersonResult[]): Promise<void> {
    try {
      this.onState(await this.write(toBatch(results)));
    } catch (error) {
      this.failure ??=
        error instanceof Error ? error : new Error("Results could not be stored.", { cause: error });
      this.onState(undefined);
    }
  }
}

function toBatch(results: PersonResult[]): Results {
  const batch: Results = {
    progress: { sent: 0, skipped: 0, failed: 0, unknown: 0 },
    reasons: {},
    deliveries: [],
    skips: [],
    gone: [],
    optedOut: [],
    unsent: [],
    unused: [],
    uncertain: [],
  };
  for (const result of results) {
    if (result.kind !== "open") batch.progress[result.kind] += 1;
    if (result.kind === "failed" || result.kind === "skipped") {
      // The place of who is written to as another contact is that person's still.
      const isMerged = result.kind === "skipped" && result.skip.reason === "merged";
      if (!isMerged) batch.unsent.push(result.contactId);
      if (!result.mayHaveArrived) batch.unused.push(result.contactId);
    } else if (result.kind === "open" && result.mayHaveArrived) batch.uncertain.push(result.contactId);
    if (result.kind === "skipped") {
      batch.skips.push(result.skip);
      count(batch, reasonName("skipped", result.skip.reason));
      continue;
    }
    batch.deliveries.push(...result.deliveries);
    batch.gone.push(...result.gone);
    batch.optedOut.push(...result.optedOut);
    if (result.kind === "failed") count(batch, reasonName("failed", result.deliveries[0]?.code || "unknown"));
  }
  return batch;
}

function count({ reasons }: Results, reason: string): void {
  reasons[reason] = (reasons[reason] ?? 0) + 1;
}
