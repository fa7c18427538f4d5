import type { MessageChannel } from "@/lib/domain/providers/message-port";
import { CountingTable } from "./counting-table";
import type { Fault } from "./recipient-faults";

/** What arrived, whether it was taken over or refused. */
export type LedgerEntry = {
  sequence: number;
  receivedAt: number;
  workspaceId: string;
  channel: MessageChannel;
  to: string;
  result: "accepted" | "undecryptable" | Fault;
  providerMessageId?: string;
  /** What tells two messages apart: the sender's own id where the payload carries it, the content otherwise. */
  identity: string;
  /** The place on the device that a later message with the same value takes over; absent: every message shows. */
  slot?: string;
  /** The payload as it came: JSON text, or the raw mail. */
  content: string;
};

export type WorkspaceStats = {
  asked: number;
  accepted: number;
  refused: Partial<Record<Fault | "undecryptable", number>>;
  /** Distinct devices (addresses) that accepted anything. */
  devices: number;
  /** Distinct (device, message) pairs accepted. */
  messages: number;
  /** Accepted again after the same device had accepted the same message. */
  askedAgain: number;
  /** What devices show once later messages have taken their slots over. */
  shown: number;
  /** Times a device showed a message it was already showing. */
  shownTwice: number;
};

type Account = {
  stats: WorkspaceStats;
  devices: CountingTable;
  messages: CountingTable;
  slots: CountingTable;
};

export type LedgerOptions = { retainedMax: number; retainedBytesMax: number; countsDevices: boolean };

/** Append-only: the newest entries in full within bounds, everything else as counts. */
export class Ledger {
  private entries: LedgerEntry[] = [];
  private oldest = 0;
  private bytes = 0;
  private sequence = 0;
  private readonly accounts = new Map<string, Account>();

  constructor(private readonly options: LedgerOptions) {}

  append(entry: Omit<LedgerEntry, "sequence" | "receivedAt">): void {
    this.sequence += 1;
    this.entries.push({ ...entry, sequence: this.sequence, receivedAt: Date.now() });
    this.bytes += entry.content.length;
    this.trim();
    this.count(entry);
  }

  /** Newest first. */
  *retained(): Generator<LedgerEntry> {
    for (let position = this.entries.length - 1; position >= this.oldest; position -= 1) {
      const entry = this.entries[position];
      if (entry) yield entry;
    }
  }

  getStats(workspaceId: string): WorkspaceStats {
    return this.getAccount(workspaceId).stats;
  }

  get workspaceIds(): string[] {
    return [...this.accounts.keys()];
  }

  reset(workspaceId?: string): void {
    const kept = workspaceId === undefined ? [] : [...this.retained()].reverse();
    this.entries = kept.filter((entry) => entry.workspaceId !== workspaceId);
    this.oldest = 0;
    this.bytes = this.entries.reduce((sum, entry) => sum + entry.content.length, 0);
    if (workspaceId === undefined) this.accounts.clear();
    else this.accounts.delete(workspaceId);
  }

  private trim(): void {
    while (
      this.entries.length - this.oldest > this.options.retainedMax ||
      this.bytes > this.options.retainedBytesMax
    ) {
      this.bytes -= this.entries[this.oldest]?.content.length ?? 0;
      this.oldest += 1;
    }
    if (this.oldest <= this.options.retainedMax) return;
    this.entries = this.entries.slice(this.oldest);
    this.oldest = 0;
  }

  private count(entry: Omit<LedgerEntry, "sequence" | "receivedAt">): void {
    const { stats, devices, messages, slots } = this.getAccount(entry.workspaceId);
    stats.asked += 1;
    if (entry.result !== "accepted") {
      stats.refused[entry.result] = (stats.refused[entry.result] ?? 0) + 1;
      return;
    }
    stats.accepted += 1;
    if (!this.options.countsDevices) return;
    const device = `${entry.channel} ${entry.to}`;
    devices.add(device);
    const times = messages.add(`${device} ${entry.identity}`);
    if (times > 1) stats.askedAgain += 1;
    if (times > 1 && entry.slot === undefined) stats.shownTwice += 1;
    if (entry.slot === undefined || slots.add(`${device} ${entry.slot}`) === 1) stats.shown += 1;
    stats.devices = devices.size;
    stats.messages = messages.size;
  }

  private getAccount(workspaceId: string): Account {
    const known = this.accounts.get(workspaceId);
    if (known) return known;
    const account = {
      stats: {
        asked: 0,
        accepted: 0,
        refused: {},
        devices: 0,
        messages: 0,
        askedAgain: 0,
        shown: 0,
        shownTwice: 0,
      },
      devices: new CountingTable(),
      messages: new CountingTable(),
      slots: new CountingTable(),
    };
    this.accounts.set(workspaceId, account);
    return account;
  }
}
