"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type Channel, channels } from "@/lib/domain/channels/channel";

const parsers = { to: parseAsString.withDefault(""), channel: parseAsStringLiteral(channels) };

export type InboxFilterState = ReturnType<typeof useInboxFilters>;

/** Filters of the sandbox inbox, in the address bar. */
export function useInboxFilters() {
  const [{ to, channel }, set] = useQueryStates(parsers, { clearOnDefault: true });
  return {
    to,
    channel,
    setTo: (next: string) => set({ to: next.trim() }),
    setChannel: (next: Channel | null) => set({ channel: next }),
    clear: () => set({ to: "", channel: null }),
    isFiltered: to !== "" || channel !== null,
    query: { ...(to === "" ? {} : { to }), ...(channel ? { channel } : {}) },
  };
}
