import type { TransactionSql } from "@/db/client";
import { findSingletons } from "@/db/queries/workflow/ingest";
import { optionKey } from "../registry/registry";
import type { Sifted } from "./drop-excess";
import type { Start } from "./start";

/** Keeps one start of each singleton key, and names the active runs that give way to it. */
export async function keepOneAtATime(
  tx: TransactionSql,
  starts: readonly Start[],
): Promise<Sifted & { replaced: string[] }> {
  const keyed = starts.map((start) => {
    const { id, singleton } = start.definition;
    return { start, mode: singleton?.mode, key: singletonKey(id, singleton, start) };
  });
  const keys = [...new Set(keyed.flatMap(({ key }) => key ?? []))];
  if (keys.length === 0) return { kept: [...starts], dropped: [], replaced: [] };
  const active = await findSingletons(tx, keys);
  const replaced = new Set<string>();
  const chosen = new Map<string, Start>();
  for (const { start, mode, key } of keyed) {
    if (key === undefined) continue;
    const runId = active.get(key);
    if (mode === "cancel") {
      if (runId !== undefined) replaced.add(runId);
      chosen.set(key, start);
    } else if (runId === undefined && !chosen.has(key)) {
      chosen.set(key, start);
    }
  }
  const kept = keyed.filter(({ start, key }) => key === undefined || chosen.get(key) === start);
  const keptStarts = kept.map(({ start }) => start);
  return {
    kept: keptStarts,
    dropped: starts.filter((start) => !keptStarts.includes(start)),
    replaced: [...replaced],
  };
}

function singletonKey(functionId: string, singleton: Start["definition"]["singleton"], { event }: Start) {
  return singleton && optionKey("singleton", functionId, singleton.key, event);
}
