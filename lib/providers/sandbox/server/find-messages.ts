import type { MessageChannel } from "@/lib/domain/providers/message-port";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import type { LedgerEntry } from "./ledger";
import type { Sandbox } from "./sandbox";

type Filter = { to?: string | undefined; workspace?: string; channel?: MessageChannel; limit: number };

type FoundMessage = Omit<LedgerEntry, "receivedAt" | "content"> & { receivedAt: string; content: unknown };

export type FoundMessages = {
  /** Everything that was asked, newest first. */
  requests: FoundMessage[];
  /** What of it was not taken over: its newest, however much was taken over since. */
  refused: FoundMessage[];
  /** What the devices show: a later message has taken the place of an earlier one in the same slot. */
  shown: (FoundMessage & { replaced: number })[];
  /** Of how many the lists hold the newest. */
  totals: { refused: number; shown: number };
};

/** Searches the retained part of the ledger. */
export function findMessages(sandbox: Sandbox, filter: Filter): FoundMessages {
  const requests: FoundMessage[] = [];
  const refused: FoundMessage[] = [];
  const shown: FoundMessages["shown"] = [];
  const totals = { refused: 0, shown: 0 };
  const bySlot = new Map<string, { replaced: number }>();
  const wanted = { ...filter, to: filter.to?.toLowerCase() };
  for (const entry of sandbox.ledger.retained()) {
    if (!isWanted(entry, wanted)) continue;
    if (requests.length < filter.limit) requests.push(toFound(entry));
    if (entry.result !== "accepted") {
      totals.refused += 1;
      if (refused.length < filter.limit) refused.push(toFound(entry));
      continue;
    }
    const slot = entry.slot && `${entry.workspaceId} ${entry.channel} ${entry.to} ${entry.slot}`;
    const newer = slot ? bySlot.get(slot) : undefined;
    if (newer) {
      newer.replaced += 1;
      continue;
    }
    totals.shown += 1;
    const visible = { replaced: 0 };
    if (slot) bySlot.set(slot, visible);
    if (shown.length < filter.limit) shown.push(Object.assign(visible, toFound(entry)));
  }
  return { requests, refused, shown, totals };
}

function isWanted(entry: LedgerEntry, filter: Filter): boolean {
  return (
    (filter.to === undefined || entry.to.toLowerCase() === filter.to) &&
    (filter.workspace === undefined || entry.workspaceId === filter.workspace) &&
    (filter.channel === undefined || entry.channel === filter.channel)
  );
}

function toFound(entry: LedgerEntry): FoundMessage {
  return { ...entry, receivedAt: new Date(entry.receivedAt).toISOString(), content: toContent(entry) };
}

function toContent(entry: LedgerEntry): unknown {
  if (entry.channel === "email") return entry.content;
  const parsed = tryParseJson(entry.content);
  return parsed === undefined ? entry.content : parsed;
}
