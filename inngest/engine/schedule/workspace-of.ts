import { isUuid } from "@/lib/platform/uuid";

/** Whose event it is; that a run ended is told of the workspace whose run it was. Absent: the installation's own. */
export function workspaceOf(event: unknown): string | undefined {
  if (!isRecord(event) || !isRecord(event.data)) return undefined;
  const { workspaceId, event: cause } = event.data;
  if (typeof workspaceId === "string" && isUuid(workspaceId)) return workspaceId;
  return String(event.name).startsWith("inngest/function.") ? workspaceOf(cause) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
