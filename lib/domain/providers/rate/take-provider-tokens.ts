import { ensureBucket, providerBucket } from "@/db/queries/providers/provider-tokens";
import { type TokenRequest as BucketRequest, takeFromBucket } from "@/db/queries/providers/token-bucket";
import type { WorkspaceScope } from "@/db/scope";
import { notFound } from "@/lib/platform/errors";
import { burstSecondsOf } from "./token-bucket";

/** Bulk leaves a part of the burst untouched, so that a transactional message never waits behind a campaign. */
export type Lane = "bulk" | "transactional";

const bulkShare = 0.8;

export type TokenRequest = { wanted: number; ratePerSecond: number; lane?: Lane };

/** `retryAfterMillis` is 0 when everything wanted was granted, else when a worthwhile part of the rest will be there. */
export type GrantedTokens = { granted: number; retryAfterMillis: number };

/**
 * Takes tokens for up to `wanted` messages from the provider's bucket, over all processes. Not to be called inside a
 * longer transaction: the bucket stays locked until it commits.
 */
export async function takeProviderTokens(
  scope: WorkspaceScope,
  providerId: string,
  { wanted, ratePerSecond, lane = "bulk" }: TokenRequest,
): Promise<GrantedTokens> {
  const full = burstSecondsOf(ratePerSecond);
  const burstSeconds = lane === "bulk" ? Math.max(full * bulkShare, 1 / ratePerSecond) : full;
  const request = { wanted, ratePerSecond, burstSeconds };
  const grant =
    (await takeFromBucket(scope, providerBucket(providerId), request)) ??
    (await takeFromNewBucket(scope, providerId, request));
  const missing = wanted - grant.granted;
  if (missing === 0) return { granted: grant.granted, retryAfterMillis: 0 };
  const worthwhile = Math.min(missing, Math.max(1, Math.floor((burstSeconds * ratePerSecond) / 2)));
  const waitSeconds = grant.aheadSeconds + worthwhile / ratePerSecond - burstSeconds;
  return { granted: grant.granted, retryAfterMillis: Math.max(1, Math.ceil(waitSeconds * 1000)) };
}

async function takeFromNewBucket(scope: WorkspaceScope, providerId: string, request: BucketRequest) {
  await ensureBucket(scope, providerId);
  const grant = await takeFromBucket(scope, providerBucket(providerId), request);
  if (!grant) throw notFound();
  return grant;
}
