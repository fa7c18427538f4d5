import { useQuery } from "@tanstack/react-query";
import { type Job, jobOptions } from "@/components/jobs/api";
import { useLive } from "@/lib/browser/realtime/use-live";
import { wireId } from "@/lib/contracts/wire/ids";

export type Undo = { job: string; state: "running" | "done" | "broken"; deleted: number };

/** The job that undoes an import, once it was begun. */
export function useUndo(workspace: string, job: Pick<Job, "id" | "result">): Undo | undefined {
  const undo = typeof job.result?.undo === "string" ? job.result.undo : undefined;
  const undoId = undo ? wireId("job").decode(undo) : undefined;
  const { data } = useQuery({
    ...useLive(jobOptions(workspace, undoId ?? job.id)),
    enabled: undoId !== undefined,
  });
  if (!undo) return undefined;
  const isBroken = data?.status === "failed" || data?.status === "cancelled";
  const state = isBroken ? "broken" : data?.status === "completed" ? "done" : "running";
  return { job: undo, state, deleted: data?.done ?? 0 };
}
