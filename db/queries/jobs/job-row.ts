import type { jobErrors, jobs } from "@/db/schema/jobs";

export type JobRow = typeof jobs.$inferSelect;
export type JobErrorRow = Omit<typeof jobErrors.$inferSelect, "workspaceId" | "jobId">;
