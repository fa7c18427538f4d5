import { hash } from "node:crypto";
import { newId } from "@/lib/platform/ids";

/**
 * A UUIDv8: the milliseconds of the event, then a hash of the caller's id. The same id of the same time is the same
 * event, whenever and in whatever order it arrives. Without an id of the caller's every call is a new event.
 */
export function eventIdOf(occurredAt: Date, callersId: string | undefined): string {
  if (callersId === undefined) return newEventId(occurredAt);
  const digest = hash("sha1", callersId, "hex");
  const variant = ((Number.parseInt(digest[15] ?? "0", 16) & 3) | 8).toString(16);
  const tail = `${variant}${digest.slice(16, 19)}-${digest.slice(19, 31)}`;
  return `${timeOf(occurredAt)}-8${digest.slice(0, 3)}-${tail}`;
}

/** The random tail of a new id under the event's own time. */
export const newEventId = (occurredAt: Date): string => `${timeOf(occurredAt)}-8${newId().slice(15)}`;

/** In two halves, each a small integer: the digits of a larger one cost three times as much. */
function timeOf(occurredAt: Date): string {
  const time = occurredAt.getTime();
  const high = Math.floor(time / 0x10000);
  const low = time - high * 0x10000;
  return `${high.toString(16).padStart(8, "0")}-${low.toString(16).padStart(4, "0")}`;
}
