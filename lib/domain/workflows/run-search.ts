import type { RunSearch } from "@/db/queries/workflows/list-workflow-runs";

const hex = /^(?:[a-z]{2,5}_)?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/;

/** An id as the API, the address bar or a log writes it; any other text is looked for in the ids of events. */
export function toRunSearch(text: string, since: Date): RunSearch {
  const [, ...parts] = hex.exec(text.toLowerCase()) ?? [];
  return parts.length === 5 ? { uuid: parts.join("-"), since } : { eventId: text, since };
}
