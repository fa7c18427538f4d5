import type { JobErrorRow } from "@/db/queries/jobs/job-row";
import { namedMax, type Refusal } from "./import-options";

/** Counts what refused rows were refused for, most frequent first. */
export function addRefusals(
  before: readonly Refusal[],
  errors: readonly Pick<JobErrorRow, "problems">[],
): Refusal[] {
  const counts = new Map(before.map((refusal) => [keyOf(refusal), { ...refusal }]));
  for (const { problems } of errors) {
    for (const { reason, column } of problems) {
      const counted = counts.get(keyOf({ reason, column }));
      if (counted) counted.count += 1;
      else counts.set(keyOf({ reason, column }), { reason: reason as Refusal["reason"], column, count: 1 });
    }
  }
  return [...counts.values()].sort((one, other) => other.count - one.count).slice(0, namedMax);
}

const keyOf = ({ reason, column }: { reason: string; column: string }) => `${reason}\u001f${column}`;
