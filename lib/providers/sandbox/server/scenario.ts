import { z } from "zod";

const every = z.int().positive().optional();
const share = z.number().min(0).max(1).default(0);

/** Faults that come from the provider or the network, whoever the recipient is. Absent keys switch a fault off. */
export const scenarioSchema = z.strictObject({
  /** Share of requests answered 429 and 5xx, drawn from a seeded sequence. */
  p429: share,
  p5xx: share,
  latency: z.strictObject({ p50: z.number().min(0), p99: z.number().min(0) }).optional(),
  /** After every so many streams of a connection, GOAWAY: later streams are refused unprocessed. */
  goawayEvery: every,
  /** Every nth request is cut before it is carried out. */
  resetEvery: every,
  /** Every nth request is carried out, then the connection is dropped without an answer. */
  dropAfterWrite: every,
  /** At most so many accepted a window, then 429 with `Retry-After` until the window ends. */
  quota: z
    .strictObject({ requests: z.int().positive(), windowMillis: z.int().positive().default(60_000) })
    .optional(),
  retryAfterSeconds: z.int().min(0).default(1),
  /** Web push bodies are decrypted as the browser would; costs CPU. */
  decryptsWebPush: z.boolean().default(true),
  seed: z.int().default(1),
});

export type Scenario = z.infer<typeof scenarioSchema>;

export type Impairment =
  | { kind: "none" }
  | { kind: "throttled"; retryAfterSeconds: number }
  | { kind: "unavailable" }
  | { kind: "reset" }
  | { kind: "drop" };

/** One scenario being played: counts, draws and the quota window. */
export class ScenarioPlayer {
  private requests = 0;
  private accepted = 0;
  private windowEndsAt = 0;
  private state: number;

  constructor(readonly scenario: Scenario) {
    this.state = scenario.seed >>> 0;
  }

  next(now: number): Impairment {
    const { scenario } = this;
    this.requests += 1;
    if (scenario.resetEvery && this.requests % scenario.resetEvery === 0) return { kind: "reset" };
    if (scenario.p429 > 0 && this.draw() < scenario.p429)
      return { kind: "throttled", retryAfterSeconds: scenario.retryAfterSeconds };
    if (scenario.p5xx > 0 && this.draw() < scenario.p5xx) return { kind: "unavailable" };
    const overQuota = this.takeQuota(now);
    if (overQuota) return overQuota;
    const isDropped = scenario.dropAfterWrite && this.requests % scenario.dropAfterWrite === 0;
    return isDropped ? { kind: "drop" } : { kind: "none" };
  }

  /** Log-normal around the median, so that about one in a hundred takes longer than p99. */
  drawLatencyMillis(): number {
    const { latency } = this.scenario;
    if (!latency || latency.p50 <= 0) return 0;
    const sigma = Math.log(Math.max(latency.p99, latency.p50) / latency.p50) / 2.326;
    const normal = Math.sqrt(-2 * Math.log(1 - this.draw())) * Math.cos(2 * Math.PI * this.draw());
    return latency.p50 * Math.exp(sigma * normal);
  }

  private takeQuota(now: number): Impairment | undefined {
    const { quota } = this.scenario;
    if (!quota) return undefined;
    if (now >= this.windowEndsAt) {
      this.windowEndsAt = now + quota.windowMillis;
      this.accepted = 0;
    }
    if (this.accepted >= quota.requests)
      return { kind: "throttled", retryAfterSeconds: Math.ceil((this.windowEndsAt - now) / 1000) };
    this.accepted += 1;
    return undefined;
  }

  /** mulberry32 */
  private draw(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}
