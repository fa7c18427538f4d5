import { ensureBucket, postponeTokens } from "@/db/queries/providers/provider-tokens";
import type { WorkspaceScope } from "@/db/scope";
import { burstSecondsOf } from "./token-bucket";

/** After an account-wide `throttled` outcome: no process gets a token before the time the provider named. */
export async function postponeProvider(
  scope: WorkspaceScope,
  providerId: string,
  { retryAfterMillis, ratePerSecond }: { retryAfterMillis: number; ratePerSecond: number },
): Promise<void> {
  await ensureBucket(scope, providerId);
  await postponeTokens(scope, providerId, {
    seconds: retryAfterMillis / 1000,
    burstSeconds: burstSecondsOf(ratePerSecond),
  });
}
