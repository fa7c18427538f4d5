import type { MessageChannel } from "@/lib/domain/providers/message-port";
import type { LedgerEntry } from "./ledger";
import type { Sandbox } from "./sandbox";

type Filter = { to?: string; workspace?: string; channel?: MessageChannel; limit: number };

type FoundMessage = Omit<LedgerEntry, "receivedAt" | "content"> & { receivedAt: string; content: unknown };

export type FoundMessages = {
  /** Everything that was asked, newest first. */
  requests: FoundMessage[];
  /** What the devices show: a later message has taken the place of an earlier one in the same slot. */
  shown: (FoundMessage & { replaced: number })[];
};

/** Searches the retained part of the ledger. */
export function findMessages(sandbox: Sandbox, filter: Filter): FoundMessages {
  const requests: FoundMessage[] = [];
  const shown: FoundMessages["shown"] = [];
  const bySlot = new Map<string, { replaced: number }>();
  for (const entry of sandbox.ledger.retained()) {
    if (!isWanted(entry, filter)) continue;
    const found = requests.length < filter.limit ? toFound(entry) : undefined;
    if (found) requests.push(found);
    if (entry.result !== "accepted") continue;
    const slot = entry.slot && `${entry.workspaceId} ${entry.channel} ${entry.to} ${entry.slot}`;
    const newer = slot ? bySlot.get(slot) : undefined;
    if (newer) newer.replaced += 1;
    else if (shown.length < filter.limit) {
      const visible = { ...(found ?? toFound(entry)), replaced: 0 };
      shown.push(visible);
      if (slot) bySlot.set(slot, visible);
    }
  }
  return { requests, shown };
}

function isWanted(entry: LedgerEntry, filter: Filter): boolean {
  return (
    (filter.to === undefined || entry.to === filter.to) &&
    (filter.workspace === undefined || entry.workspaceId === filter.workspace) &&
    (filter.channel === undefined || entry.channel === filter.channel)
  );
}

function toFound(entry: LedgerEntry): FoundMessage {
  return { ...entry, receivedAt: new Date(entry.receivedAt).toISOString(), content: toContent(entry) };
}

function toContent(entry: LedgerEntry): unknown {
  if (entry.channel === "email") return entry.content;
  try {
    return JSON.parse(entry.content);
  } catch {
    return entry.content;
  }
}
