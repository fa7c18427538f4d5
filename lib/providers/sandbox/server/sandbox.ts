import type { MessageChannel } from "@/lib/domain/providers/message-port";
import { Ledger, type LedgerEntry, type LedgerOptions } from "./ledger";
import type { Receipts } from "./receipts";
import { type Aftermath, type Fault, findBehaviour } from "./recipient-faults";
import { Scenarios } from "./scenarios";

const slowMillis = 3000;
const rememberedFaultsMax = 100_000;

/** What the network does with the answer. `reset` and `hang` come instead of carrying the request out. */
export type LinkFault = "hang" | "reset" | "drop";

export type Verdict =
  | { kind: "accept"; delayMillis: number; goawayEvery?: number; link?: LinkFault; aftermath?: Aftermath }
  | { kind: "refuse"; delayMillis: number; goawayEvery?: number; fault: Fault; retryAfterSeconds: number }
  | { kind: "silence"; link: LinkFault };

/** The state behind every port of one sandbox. */
export class Sandbox {
  readonly scenarios = new Scenarios();
  readonly ledger: Ledger;
  /** PEM public keys by service-account e-mail; accounts not listed are believed. */
  readonly accountKeys = new Map<string, string>();
  private readonly faultedOnce = new Set<string>();

  constructor(
    options: LedgerOptions,
    readonly receipts: Receipts,
  ) {
    this.ledger = new Ledger(options);
  }

  judge(workspaceId: string, channel: MessageChannel, to: string): Verdict {
    const player = this.scenarios.get(workspaceId, channel);
    const { goawayEvery, retryAfterSeconds } = player.scenario;
    const impairment = player.next(Date.now());
    if (impairment.kind === "reset") return { kind: "silence", link: "reset" };
    const pace = { delayMillis: player.drawLatencyMillis(), goawayEvery };
    if (impairment.kind === "throttled")
      return { kind: "refuse", fault: "throttled", retryAfterSeconds: impairment.retryAfterSeconds, ...pace };
    if (impairment.kind === "unavailable")
      return { kind: "refuse", fault: "unavailable", retryAfterSeconds, ...pace };
    const link = impairment.kind === "drop" ? "drop" : undefined;
    const behaviour = findBehaviour(channel, to);
    if (behaviour?.kind === "hang") return { kind: "silence", link: "hang" };
    if (behaviour?.kind === "slow")
      return { kind: "accept", ...pace, delayMillis: pace.delayMillis + slowMillis, link };
    if (behaviour?.kind === "accept")
      return { kind: "accept", ...pace, link, aftermath: behaviour.aftermath };
    const isRefused =
      behaviour && (!behaviour.isOnce || this.isFirstFault(`${workspaceId} ${channel} ${to}`));
    if (isRefused) return { kind: "refuse", fault: behaviour.fault, retryAfterSeconds, ...pace };
    return { kind: "accept", ...pace, link };
  }

  /** Writes an accepted message into the ledger and starts what comes of it. */
  accept(entry: Omit<LedgerEntry, "sequence" | "receivedAt" | "result">, aftermath?: Aftermath): void {
    this.ledger.append({ ...entry, result: "accepted" });
    this.receipts.follow(entry, aftermath);
  }

  refuse(
    entry: Omit<LedgerEntry, "sequence" | "receivedAt" | "result">,
    result: Fault | "undecryptable",
  ): void {
    this.ledger.append({ ...entry, result });
  }

  reset(workspaceId?: string): void {
    this.ledger.reset(workspaceId);
    this.scenarios.reset(workspaceId);
    this.faultedOnce.clear();
  }

  private isFirstFault(recipient: string): boolean {
    if (this.faultedOnce.has(recipient)) return false;
    if (this.faultedOnce.size >= rememberedFaultsMax) this.faultedOnce.clear();
    this.faultedOnce.add(recipient);
    return true;
  }
}
