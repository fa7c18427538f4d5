import { takeFromBucket } from "@/db/queries/providers/token-bucket";
import { ensureRunBucket, runBucket } from "@/db/queries/runs/run-tokens";
import type { RunRow } from "@/db/queries/runs/runs";
import type { WorkspaceScope } from "@/db/scope";
import {
  type GrantedTokens,
  type TokenRequest,
  takeProviderTokens,
} from "@/lib/domain/providers/rate/take-provider-tokens";
import { burstSecondsOf } from "@/lib/domain/providers/rate/token-bucket";

type PacedRun = Pick<RunRow, "id" | "timing"> & { providerId: string };

/** Tokens of the provider, and first of the run where it may not go faster than it was told. */
export async function takeTokens(
  scope: WorkspaceScope,
  { id, timing, providerId }: PacedRun,
  request: TokenRequest,
): Promise<GrantedTokens> {
  if (!timing?.throttlePerMinute) return takeProviderTokens(scope, providerId, request);
  const ratePerSecond = timing.throttlePerMinute / 60;
  const burstSeconds = burstSecondsOf(ratePerSecond);
  const bucket = runBucket(id);
  const wanted = { wanted: request.wanted, ratePerSecond, burstSeconds };
  let allowed = await takeFromBucket(scope, bucket, wanted);
  if (!allowed) {
    await ensureRunBucket(scope, id);
    allowed = await takeFromBucket(scope, bucket, wanted);
  }
  if (!allowed || allowed.granted === 0) {
    const waitSeconds = (allowed?.aheadSeconds ?? 0) + 1 / ratePerSecond - burstSeconds;
    return { granted: 0, retryAfterMillis: Math.max(1, Math.ceil(waitSeconds * 1_000)) };
  }
  return takeProviderTokens(scope, providerId, { ...request, wanted: allowed.granted });
}
