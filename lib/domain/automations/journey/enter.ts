import type { LiveAutomation } from "@/db/queries/automations/automations";
import { type EnrolmentRow, insertEnrolments, type NewEnrolment } from "@/db/queries/automations/enrolments";
import { insertPassages } from "@/db/queries/automations/passages";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { isTooEarly } from "../definition";
import type { Subject } from "./subject";
import { wakeAt } from "./wake";

export type Entry = {
  contactId: string;
  entryKey: string;
  subject: Subject;
  dueAt: Date;
  triggeredAt: Date;
  properties: Record<string, unknown>;
  isTest?: boolean;
  skipWaits?: boolean;
};

/** Takes people in, each once per reason, and has them woken when they are due. Gives those who are new. */
export async function enter(
  tx: TransactionContext,
  { id, number, definition }: Pick<LiveAutomation, "id" | "number" | "definition">,
  given: readonly Entry[],
): Promise<EnrolmentRow[]> {
  const entries = given.filter((entry) => entry.isTest || !isTooEarly(definition, entry.dueAt));
  if (entries.length === 0) return [];
  const fresh = await insertEnrolments(
    tx.scope,
    entries.map(
      (entry): NewEnrolment => ({ ...entry, id: newId(), automationId: id, versionNumber: number }),
    ),
  );
  await insertPassages(
    tx.scope,
    fresh.map(({ id: enrolmentId, isTest, dueAt }) => ({
      enrolmentId,
      automationId: id,
      isTest,
      at: tx.now(),
      stepId: null,
      outcome: "entered",
      reason: null,
      detail: { until: dueAt?.toISOString() },
      runId: null,
    })),
  );
  await wakeAt(
    tx,
    fresh.flatMap(({ dueAt }) => dueAt ?? []),
  );
  if (fresh.length > 0) await tx.announce("automations", id);
  return fresh;
}
