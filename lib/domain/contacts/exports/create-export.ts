import { countSelectedContacts } from "@/db/queries/contacts/selected-contacts";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Delimiter, FormulaMode } from "@/lib/platform/csv/csv-dialect";
import { newId } from "@/lib/platform/ids";
import type { ContactSelection } from "../contact-selection";
import { type ExportColumn, exportColumns } from "./export-column";

export type ExportParams = {
  selection: ContactSelection;
  columns: ExportColumn[];
  delimiter: Delimiter;
  formulas: FormulaMode;
};

type Input = ContactSelection & {
  columns?: ExportColumn[] | undefined;
  delimiter?: Delimiter | undefined;
  formulas?: FormulaMode | undefined;
};

/** Writes the contacts of the selection to a file, in the background. */
export async function createExport(ctx: WorkspaceContext, input: Input): Promise<Job> {
  ctx.require("contacts.export");
  const { columns = [...exportColumns], delimiter = ",", formulas = "guarded", ...selection } = input;
  const jobId = newId();
  const total = await countSelectedContacts(ctx.scope, selection);
  const params: ExportParams = { selection, columns, delimiter, formulas };
  await ctx.transaction((tx) =>
    startJob(tx, { id: jobId, kind: "contact_export", title: "", total, params }),
  );
  return loadJob(ctx, jobId);
}
