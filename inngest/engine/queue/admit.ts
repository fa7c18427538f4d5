import type { Admit, Candidate } from "@/db/queries/workflow/admission";
import type { Registry } from "../registry/registry";
import { Pace } from "../schedule/pace";

/**
 * Admits candidates in their order while every key they need has a free slot and their start is on time, at most
 * `limit` of them.
 */
export function createAdmit(registry: Registry, limit: number): Admit {
  return (candidates, { held, rates }) => {
    const taken = new Map(held);
    const pace = new Pace(rates);
    const admitted: string[] = [];
    const blocked: { id: string; key: string }[] = [];
    const delayed: { id: string; atMillis: number }[] = [];
    for (const candidate of candidates) {
      const full = findFullKey(registry, candidate, taken);
      if (full !== undefined) {
        blocked.push({ id: candidate.id, key: full });
      } else if (admitted.length < limit) {
        const atMillis = startAt(registry, candidate, pace);
        if (atMillis === undefined) {
          admitted.push(candidate.id);
          for (const key of candidate.concurrencyKeys) taken.set(key, (taken.get(key) ?? 0) + 1);
        } else {
          delayed.push({ id: candidate.id, atMillis });
        }
      }
    }
    return { admitted, blocked, delayed, rates: pace.changed };
  };
}

function findFullKey(registry: Registry, candidate: Candidate, taken: ReadonlyMap<string, number>) {
  return candidate.concurrencyKeys.find((key) => {
    const max = registry.findLimit(key);
    return max !== undefined && (taken.get(key) ?? 0) >= max;
  });
}

function startAt(registry: Registry, candidate: Candidate, pace: Pace): number | undefined {
  const throttle = registry.findThrottle(candidate.functionId);
  if (candidate.throttleKey === null || !throttle) return undefined;
  return pace.start(candidate.throttleKey, throttle);
}
