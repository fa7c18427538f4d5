import type { Sql } from "@/db/client";
import { takeRateLimit } from "@/db/queries/rate-limits";
import { rateLimited } from "@/lib/platform/errors";
import type { RateClass } from "../contract";

type Policy = { name: string; quota: number; windowSeconds: number; leaseSize: number };

/** `leaseSize` tokens are taken at a time, so that a busy caller does not cost a statement per request. */
const policies: Record<RateClass, Policy> = {
  default: { name: "default", quota: 60_000, windowSeconds: 60, leaseSize: 200 },
  guessable: { name: "guessable", quota: 10, windowSeconds: 60, leaseSize: 1 },
};

type Lease = { left: number; until: number; remaining: number };

const leases = new Map<string, Lease>();
const leaseMillis = 1_000;
const leasesMax = 10_000;

/** Leases on their way, so that requests that come meanwhile share one instead of each taking its own. */
const takings = new Map<string, Promise<Lease>>();

/** Takes one request from the caller's quota and gives the headers that tell what is left. */
export async function takeRequest(
  sql: Sql,
  rateClass: RateClass,
  caller: string,
): Promise<Record<string, string>> {
  const policy = policies[rateClass];
  const key = `http:${policy.name}:${caller}`;
  let lease = leases.get(key);
  while (!lease || lease.left === 0 || lease.until < Date.now()) lease = await shareLease(sql, key, policy);
  lease.left -= 1;
  return {
    "ratelimit-policy": `"${policy.name}";q=${policy.quota};w=${policy.windowSeconds}`,
    ratelimit: `"${policy.name}";r=${lease.remaining + lease.left};t=${policy.windowSeconds}`,
  };
}

function shareLease(sql: Sql, key: string, policy: Policy): Promise<Lease> {
  const known = takings.get(key);
  if (known) return known;
  const taking = takeLease(sql, key, policy).finally(() => takings.delete(key));
  takings.set(key, taking);
  return taking;
}

async function takeLease(sql: Sql, key: string, policy: Policy): Promise<Lease> {
  const { quota, windowSeconds, leaseSize } = policy;
  const verdict = await takeRateLimit(sql, { key, count: leaseSize, quota, windowSeconds });
  if (!verdict.isAllowed) throw rateLimited(verdict.retryAfterSeconds);
  if (leases.size > leasesMax) leases.clear();
  const lease = { left: leaseSize, until: Date.now() + leaseMillis, remaining: verdict.remaining };
  leases.set(key, lease);
  return lease;
}
