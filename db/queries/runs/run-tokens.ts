import type { WorkspaceScope } from "@/db/scope";
import type { Bucket } from "../providers/token-bucket";

export const runBucket = (id: string): Bucket => ({ table: "run_buckets", column: "run_id", id });

export async function ensureRunBucket(scope: WorkspaceScope, runId: string): Promise<void> {
  await scope.sql`
    insert into run_buckets (workspace_id, run_id, theoretical_arrival_at) values (${scope.id}, ${runId}, now())
    on conflict do nothing`;
}
