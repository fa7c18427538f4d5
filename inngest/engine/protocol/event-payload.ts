import type { AcceptedEvent } from "@/db/queries/workflow/events";

/** An event as functions and expressions see it. */
export type EventPayload = { id: string; name: string; data: unknown; ts: number; v?: string };

export function toPayload({ id, name, data, tsMillis, v }: AcceptedEvent): EventPayload {
  return { id, name, data: JSON.parse(data) as unknown, ts: tsMillis, ...(v === null ? {} : { v }) };
}
