import type { WeekHours } from "@/lib/domain/timing/best-time";
import { resolveSendTime } from "@/lib/domain/timing/resolve-send-time";
import type { RunTiming } from "@/lib/domain/timing/run-timing";
import { type TimingColumns, timedPerson } from "./timed-person";
import { waveOf } from "./waves";

export type PlannedPerson = { contactId: string; wave: number; at: Date };

type Planning = { runId: string; timing: RunTiming; openedAt: Date; everybody: WeekHours | null };

/** The wave in which each person is due. Who is never due comes at once, and the gate says why. */
export function planPeople(
  { runId, timing, openedAt, everybody }: Planning,
  people: readonly TimingColumns[],
): PlannedPerson[] {
  const opened = openedAt.getTime();
  const rules = { ...timing, caps: [] };
  return people.map((columns) => {
    const person = timedPerson(runId, columns, timing.workspaceZone, everybody);
    const at = resolveSendTime(rules, person, opened).at ?? opened;
    return { contactId: columns.contactId, wave: waveOf(openedAt, at, opened), at: new Date(at) };
  });
}
