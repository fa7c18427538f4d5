import type { SystemScope } from "@/db/scope";

/** Makes the partitions of the months to come; a month that is missing would fill the default partition. */
export async function createPartitions(system: SystemScope): Promise<void> {
  await system.sql`select create_partitions(now(), now() + interval '3 months')`;
}

export async function unsafeAcrossWorkspacesPurgeIdempotencyKeys(system: SystemScope): Promise<void> {
  await system.sql`delete from idempotency_keys where created_at < now() - interval '25 hours'`;
}

export async function purgeRateLimits(system: SystemScope): Promise<void> {
  await system.sql`delete from rate_limits where theoretical_arrival_at < now() - interval '1 hour'`;
}

/** Places under frequency caps that no cap looks back to any more. */
export async function unsafeAcrossWorkspacesPurgeSlots(system: SystemScope): Promise<void> {
  await system.sql`delete from contact_slots where at < now() - interval '40 days'`;
}
