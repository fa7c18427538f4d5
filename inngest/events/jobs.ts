import { z } from "zod";
import { jobRequestedName } from "@/lib/domain/jobs/job-event";
import { defineEvent } from "./event";

/** A job was started or resumed; `done` is what it had done by then. */
export const jobRequested = defineEvent(
  jobRequestedName,
  z.object({ workspaceId: z.string(), jobId: z.string(), done: z.number().default(0) }),
);
