import type { Sql } from "@/db/client";
import { listOverdueRuns } from "@/db/queries/workflow/deadlines";
import type { Registry } from "../registry/registry";
import { endAsCancelled } from "../runs/end-as-cancelled";

const batchSize = 500;

/** Cancels runs that did not start or finish in their time; a request that executes may still end its run. */
export async function cancelOverdueRuns(sql: Sql, registry: Registry): Promise<void> {
  for (let count = batchSize; count === batchSize; ) {
    count = await sql.begin<number>(async (tx) => {
      const overdue = await listOverdueRuns(tx, batchSize);
      return endAsCancelled(tx, overdue, (name) => registry.listensTo(name));
    });
  }
}
