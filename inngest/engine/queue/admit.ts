import type { Admission, Admit, Candidate } from "@/db/queries/workflow/claim";
import type { Registry } from "../registry/registry";

/** Admits candidates in their order while every key they need has a free slot, at most `limit` of them. */
export function createAdmit(registry: Registry, limit: number): Admit {
  return (candidates, held) => {
    const taken = new Map(held);
    const admission: Admission = { admitted: [], blocked: [] };
    for (const candidate of candidates) {
      const full = findFullKey(registry, candidate, taken);
      if (full !== undefined) {
        admission.blocked.push({ id: candidate.id, key: full });
      } else if (admission.admitted.length < limit) {
        admission.admitted.push(candidate.id);
        for (const key of candidate.concurrencyKeys) {
          taken.set(key, (taken.get(key) ?? 0) + 1);
        }
      }
    }
    return admission;
  };
}

function findFullKey(registry: Registry, candidate: Candidate, taken: ReadonlyMap<string, number>) {
  return candidate.concurrencyKeys.find((key) => {
    const max = registry.findLimit(key);
    return max !== undefined && (taken.get(key) ?? 0) >= max;
  });
}
