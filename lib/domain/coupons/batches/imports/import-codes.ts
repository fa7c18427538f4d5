import type { JobRun } from "@/lib/domain/jobs/job-run";
import { checkCodes } from "./check-codes";
import type { CodeCheckParams } from "./create-code-import";
import { type CodeWriteParams, writeImportedCodes } from "./write-imported-codes";

/** One slice of an import: of the check of its file, or of the writing of what the check found. */
export const importCodes = (run: JobRun): Promise<boolean> =>
  (run.job.params as CodeCheckParams | CodeWriteParams).phase === "check"
    ? checkCodes(run)
    : writeImportedCodes(run);
