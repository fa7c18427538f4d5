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

export const deleteContacts = (run: JobRun): Promise<boolean> =>
  changeInBatches(run, "deleted", deleteSelectedContacts);

export const tagContacts = (run: JobRun): Promise<boolean> => {
  const change = run.job.params.change as TagChange;
  return changeInBatches(run, "tagged", (tx, range) => tagSelectedContacts(tx, range, change));
};

/** Walks a selection in the order of ids; the place reached commits with what was changed up to it. */
async function changeInBatches(
  run: JobRun,
  word: "deleted" | "tagged",
  change: (tx: WorkspaceScope, range: SelectedRange) => Promise<string[]>,
): Promise<boolean> {
  const selection = run.job.params.selection as ContactSelection;
  for (let isLast = false; !isLast; ) {
    if (run.isSliceOver()) return false;
    await run.commit(async (tx) => {
      const { after } = (run.job.cursor ?? {}) as Cursor;
      const ids = await change(tx.scope, { ...selection, after, before: run.job.id, limit: batchRows });
      isLast = ids.length < batchRows;
      const cursor: Cursor = { after: ids.at(-1) ?? after };
      return { done: ids.length, cursor, result: { [word]: run.job.done + ids.length } };
    });
  }
  return true;
}
