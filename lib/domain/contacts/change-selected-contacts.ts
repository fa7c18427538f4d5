import { returnAddresses } from "@/db/queries/contacts/moved-addresses";
import {
  deleteSelectedContacts,
  type SelectedRange,
  tagSelectedContacts,
} from "@/db/queries/contacts/selected-contacts";
import type { WorkspaceScope } from "@/db/scope";
import type { JobRun } from "@/lib/domain/jobs/job-run";
import type { ContactSelection } from "./contact-selection";

const batchRows = 2_000;

type Cursor = { after?: string };

export type TagChange = { add: string[]; remove: string[] };

/** Where that undoes an import, addresses go back to whoever had them before the contacts go. */
export const deleteContacts = (run: JobRun): Promise<boolean> => {
  const { undoes } = run.job.params as { undoes?: string };
  if (!undoes) return changeInBatches(run, "deleted", onlyIds(deleteSelectedContacts));
  return changeInBatches(run, "deleted", async (tx, range) => {
    const returned = await returnAddresses(tx, undoes, range);
    return { ids: await deleteSelectedContacts(tx, range), counts: { returned } };
  });
};

export const tagContacts = (run: JobRun): Promise<boolean> => {
  const change = run.job.params.change as TagChange;
  return changeInBatches(
    run,
    "tagged",
    onlyIds((tx, range) => tagSelectedContacts(tx, range, change)),
  );
};

/** Of one batch: who was in it, and what else is counted. */
type Changed = { ids: string[]; counts: Record<string, number> };

const onlyIds =
  (change: (tx: WorkspaceScope, range: SelectedRange) => Promise<string[]>) =>
  async (tx: WorkspaceScope, range: SelectedRange): Promise<Changed> => ({
    ids: await change(tx, range),
    counts: {},
  });

/** Walks a selection in the order of ids; the place reached commits with what was changed up to it. */
async function changeInBatches(
  run: JobRun,
  word: "deleted" | "tagged",
  change: (tx: WorkspaceScope, range: SelectedRange) => Promise<Changed>,
): Promise<boolean> {
  const selection = run.job.params.selection as ContactSelection;
  for (let isLast = false; !isLast; ) {
    if (run.isSliceOver()) return false;
    await run.commit(async (tx) => {
      const { after } = (run.job.cursor ?? {}) as Cursor;
      const { ids, counts } = await change(tx.scope, {
        ...selection,
        after,
        before: run.job.id,
        limit: batchRows,
      });
      isLast = ids.length < batchRows;
      const cursor: Cursor = { after: ids.at(-1) ?? after };
      const before = (run.job.result ?? {}) as Record<string, number>;
      const added = Object.entries(counts).map(([name, count]): [string, number] => [
        name,
        (before[name] ?? 0) + count,
      ]);
      const result = { [word]: run.job.done + ids.length, ...Object.fromEntries(added) };
      return { done: ids.length, cursor, result };
    });
  }
  return true;
}
