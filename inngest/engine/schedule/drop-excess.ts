import type { TransactionSql } from "@/db/client";
import { listRates, saveRates } from "@/db/queries/workflow/rates";
import { optionKey } from "../registry/registry";
import { Pace } from "./pace";
import type { Start } from "./start";

export type Sifted = { kept: Start[]; dropped: Start[] };

/** Keeps the starts that a limit lets pass, in their order. */
export async function dropExcess(
  tx: TransactionSql,
  option: "rateLimit" | "idempotency",
  starts: readonly Start[],
): Promise<Sifted> {
  const keyed = starts.map((start) => {
    const { id, [option]: rate } = start.definition;
    return { start, rate, key: rate ? optionKey(option, id, rate.key, start.event) : "" };
  });
  const keys = [...new Set(keyed.flatMap(({ rate, key }) => (rate ? [key] : [])))];
  if (keys.length === 0) return { kept: [...starts], dropped: [] };
  const pace = new Pace(await listRates(tx, keys));
  const sifted: Sifted = { kept: [], dropped: [] };
  for (const { start, rate, key } of keyed) {
    const passes = !rate || pace.start(key, rate) === undefined;
    (passes ? sifted.kept : sifted.dropped).push(start);
  }
  await saveRates(tx, pace.changed);
  return sifted;
}
