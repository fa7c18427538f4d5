import { arrayLiteral } from "@/db/array-literal";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import type { DeliveryStatus, RunStatus, SkipReason } from "@/lib/domain/runs/run";
import { returnCodes } from "../coupons/allocation/return-codes";
import { releaseSlots } from "./contact-slots";
import { withReasons } from "./reasons";

export type DeliveryWrite = {
  contactId: string;
  subscriptionId: string;
  status: DeliveryStatus;
  attempts: number;
  code: string;
  detail: string;
  providerMessageId: string | null;
};

export type SkipWrite = { contactId: string; reason: SkipReason; inputs: Record<string, unknown> };

type ChunkProgress = { sent: number; skipped: number; failed: number; unknown: number };

export type Results = {
  progress: ChunkProgress;
  /** How many more there are of each. */
  reasons: Record<string, number>;
  deliveries: DeliveryWrite[];
  skips: SkipWrite[];
  gone: { subscriptionId: string; code: string }[];
  /** Subscription ids. */
  optedOut: string[];
  /** Contact ids of those whom nothing reached. */
  unsent: string[];
  /** Those of them of whom no answer is missing: their coupon codes are as good as new. */
  unused: string[];
  /** Who will be asked again after an answer that was missing. */
  uncertain: string[];
};

type Flush = Results & {
  runId: string;
  chunkNo: number;
  fence: number;
  leaseSeconds: number;
  channel: Channel;
  providerId: string;
  /** Whether people take places under frequency caps, which those nothing reached give back. */
  hasCaps: boolean;
  /** Whether people get coupon codes. */
  hasCodes: boolean;
};

/** Whether to go on, told with each write so that a pause or a stop is noticed within one flush. */
export type SendingState = { runStatus: RunStatus; isStopped: boolean };

/**
 * Writes results and the counters that count them in one transaction, under the chunk's fence. Undefined: the
 * lease was lost, nothing was written.
 */
export async function recordResults(scope: WorkspaceScope, flush: Flush): Promise<SendingState | undefined> {
  return scope.transaction(async (tx) => {
    const { runId, chunkNo, fence, progress } = flush;
    const [state] = await tx.sql<SendingState>`
      update run_chunks k set sent = sent + ${progress.sent}, skipped = skipped + ${progress.skipped},
        failed = failed + ${progress.failed}, unknown = unknown + ${progress.unknown},
        reasons = ${withReasons(tx, flush.reasons)},
        lease_until = now() + make_interval(secs => ${flush.leaseSeconds})
      where workspace_id = ${tx.id} and run_id = ${runId} and chunk_no = ${chunkNo} and fence = ${fence}
      returning (select status from runs r where r.workspace_id = ${tx.id} and r.id = ${runId}) as run_status,
        (select sending_stopped_at is not null from workspaces w where w.id = ${tx.id}) as is_stopped`;
    if (!state) return undefined;
    await Promise.all([
      insertDeliveries(tx, flush),
      insertSkips(tx, flush),
      markSubscriptionsGone(tx, flush.gone),
      suppressSubscriptions(tx, flush.optedOut, "opted_out_at_provider"),
      flush.hasCaps ? releaseSlots(tx, runId, flush.unsent) : undefined,
      flush.hasCodes ? returnCodes(tx, flush) : undefined,
    ]);
    return state;
  });
}

/** Columns as arrays: a statement for the set, whatever its size. */
async function insertDeliveries(
  tx: WorkspaceScope,
  { runId, channel, providerId, deliveries }: Flush,
): Promise<void> {
  if (deliveries.length === 0) return;
  // Nearly always everybody got through at once: then four of the seven columns say the same for all.
  const isPlain = deliveries.every(({ status, attempts }) => status === "accepted" && attempts === 1);
  const rows = isPlain
    ? tx.fragment`
        select unnest(${arrayLiteral(deliveries.map(({ contactId }) => contactId))}::text::uuid[]) as contact_id,
          unnest(${arrayLiteral(deliveries.map(({ subscriptionId }) => subscriptionId))}::text::uuid[]) as subscription_id, 'accepted' as status,
          1::smallint as attempts, '' as code, '' as detail,
          unnest(${deliveries.map((row) => row.providerMessageId ?? "")}::text[]) as provider_message_id`
    : tx.fragment`
        select * from unnest(${arrayLiteral(deliveries.map(({ contactId }) => contactId))}::text::uuid[],
          ${arrayLiteral(deliveries.map(({ subscriptionId }) => subscriptionId))}::text::uuid[], ${deliveries.map((row) => row.status)}::text[],
          ${deliveries.map((row) => row.attempts)}::smallint[], ${deliveries.map((row) => row.code)}::text[],
          ${deliveries.map((row) => row.detail)}::text[],
          ${deliveries.map((row) => row.providerMessageId ?? "")}::text[])
          as r(contact_id, subscription_id, status, attempts, code, detail, provider_message_id)`;
  await tx.sql`
    insert into deliveries as d (workspace_id, run_id, contact_id, subscription_id, channel, provider_id, status,
      attempts, code, detail, provider_message_id)
    select ${tx.id}, ${runId}, r.contact_id, r.subscription_id, ${channel}, ${providerId}, r.status, r.attempts,
      nullif(r.code, ''), nullif(r.detail, ''), nullif(r.provider_message_id, '')
    from (${rows}) r
    on conflict (workspace_id, run_id, contact_id, subscription_id) do update set status = excluded.status,
      attempts = excluded.attempts, code = excluded.code, detail = excluded.detail,
      provider_message_id = excluded.provider_message_id, sent_at = now()
    where d.status = 'retrying'`;
}

async function insertSkips(tx: WorkspaceScope, { runId, skips }: Flush): Promise<void> {
  if (skips.length === 0) return;
  await tx.sql`
    insert into skips (workspace_id, run_id, contact_id, reason, inputs)
    select ${tx.id}, ${runId}, r."contactId", r.reason, r.inputs
    from jsonb_to_recordset(${tx.json(skips)}) as r("contactId" uuid, reason text, inputs jsonb)
    on conflict do nothing`;
}

/** Endpoints that the provider says are gone are not asked again. */
async function markSubscriptionsGone(
  tx: WorkspaceScope,
  gone: { subscriptionId: string; code: string }[],
): Promise<void> {
  if (gone.length === 0) return;
  await tx.sql`
    update subscriptions s set status = 'gone', failure_count = s.failure_count + 1, last_failure_code = r.code,
      last_failure_at = now(), updated_at = now()
    from unnest(${gone.map((row) => row.subscriptionId)}::uuid[], ${gone.map((row) => row.code)}::text[]) as r(id, code)
    where s.workspace_id = ${tx.id} and s.id = r.id and s.status <> 'removed'`;
}

/** Who opted out at the provider is suppressed here as well, for every later message. */
async function suppressSubscriptions(
  tx: WorkspaceScope,
  subscriptionIds: string[],
  reason: string,
): Promise<void> {
  if (subscriptionIds.length === 0) return;
  await tx.sql`
    insert into suppressions (workspace_id, channel, address_key, reason)
    select ${tx.id}, s.channel, s.address_key, ${reason} from subscriptions s
    where s.workspace_id = ${tx.id} and s.id = any(${subscriptionIds})
    on conflict do nothing`;
}
