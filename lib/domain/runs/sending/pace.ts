import { SendingInterrupted } from "./interruption";

export type TokenGrant = { granted: number; retryAfterMillis: number };

/** Takes up to `count` tokens of the provider's rate, shared by all processes. */
export type TakeTokens = (count: number) => Promise<TokenGrant>;

/** Tells all processes that the provider asked to wait. */
export type Postpone = (millis: number) => Promise<void>;

/** Lets messages through at the provider's rate; tokens are taken many at a time. */
export class Pace {
  private tokens = 0;
  private expected: number;
  private refill: Promise<void> | undefined;
  private blockedUntil = 0;

  /**
   * `expected`: about how many messages there will be; tokens that nobody uses are a part of the rate lost. `wait`: what
   * goes on while the rate is used up.
   */
  constructor(
    private readonly takeTokens: TakeTokens,
    private readonly batch: number,
    private readonly postpone: Postpone,
    expected: number = Number.POSITIVE_INFINITY,
    private readonly wait: (work: Promise<void>) => Promise<void> = (work) => work,
  ) {
    this.expected = expected;
  }

  /** Costs nothing while tokens are left. Rejects when sending is interrupted. */
  take(signal: AbortSignal): Promise<void> | undefined {
    if (this.tokens > 0 && this.blockedUntil === 0 && !signal.aborted) {
      this.tokens -= 1;
      if (this.tokens < this.batch / 2 && this.expected > 0) this.refillAhead();
      return undefined;
    }
    return this.takeSlowly(signal);
  }

  /** The provider asked everybody to wait. */
  slowDown(millis: number): void {
    const isNews = this.blockedUntil < Date.now();
    this.blockedUntil = Math.max(this.blockedUntil, Date.now() + millis);
    // Should this fail, the other processes hear it from the provider themselves.
    if (isNews) this.postpone(millis).catch(() => undefined);
  }

  private async takeSlowly(signal: AbortSignal): Promise<void> {
    for (;;) {
      if (signal.aborted) throw new SendingInterrupted();
      const blockedMillis = this.blockedUntil - Date.now();
      if (blockedMillis > 0) {
        await this.wait(sleep(Math.min(blockedMillis, 1_000)));
        continue;
      }
      this.blockedUntil = 0;
      if (this.tokens > 0) break;
      this.refill ??= this.fetchTokens();
      await this.refill;
    }
    this.tokens -= 1;
  }

  /** Fetched while the last ones are used. A failure shows when they run out and it is tried again. */
  private refillAhead(): void {
    if (this.refill) return;
    this.refill = this.fetchTokens();
    this.refill.catch(() => undefined);
  }

  private async fetchTokens(): Promise<void> {
    try {
      const wanted = Math.min(this.batch, Math.max(this.expected, Math.ceil(this.batch / 20)));
      const { granted, retryAfterMillis } = await this.takeTokens(wanted);
      this.tokens += granted;
      this.expected -= granted;
      if (granted === 0) await this.wait(sleep(Math.min(retryAfterMillis, 1_000)));
    } finally {
      this.refill = undefined;
    }
  }
}

const sleep = (millis: number) => new Promise<void>((done) => setTimeout(done, millis));
