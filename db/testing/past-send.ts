import type { WorkspaceScope } from "@/db/scope";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import type { Channel } from "@/lib/domain/channels/channel";
import { notificationStatusOf } from "@/lib/domain/notifications/notification";
import type { DeliveryStatus, RunKind, RunStatus, SkipReason } from "@/lib/domain/runs/run";
import { newId } from "@/lib/platform/ids";

export type PastPerson = {
  deliveries?: DeliveryStatus[];
  skip?: { reason: SkipReason; inputs?: Record<string, unknown> };
  firstName?: string;
};

type PastSend = {
  channel?: Channel;
  kind?: RunKind;
  runStatus?: RunStatus;
  /** Absent: a send without a campaign. */
  campaign?: { name: string; status: CampaignStatus };
  people: PastPerson[];
  runId?: string;
};

export type PastSendIds = {
  runId: string;
  campaignId: string | null;
  contactIds: string[];
  providerId: string;
};

/** Rows that the sender leaves behind, with the chunk that counts them. */
export async function addPastSend(scope: WorkspaceScope, send: PastSend): Promise<PastSendIds> {
  const channel = send.channel ?? "app_push";
  const runStatus = send.runStatus ?? "finished";
  const runId = send.runId ?? newId();
  const providerId = newId();
  const campaignId = send.campaign ? newId() : null;
  const contactIds = send.people.map(() => newId());
  await scope.transaction(async (tx) => {
    await addPeople(tx, contactIds, send.people);
    if (campaignId && send.campaign) await addCampaign(tx, campaignId, runId, channel, send.campaign);
    const isOver = runStatus === "finished" || runStatus === "cancelled";
    await tx.sql`
      insert into runs (workspace_id, id, campaign_id, kind, status, channel, category, provider_id, contents, send_at,
        audience_count, started_at, ended_at)
      values (${tx.id}, ${runId}, ${campaignId}, ${send.kind ?? (campaignId ? "campaign" : "transactional")}, ${runStatus},
        ${channel}, 'marketing', ${providerId}, ${tx.json(contents)}, now(), ${contactIds.length}, now(),
        ${isOver ? new Date() : null})`;
    await addResults(tx, { ...send, channel, runStatus, runId, providerId }, contactIds);
  });
  return { runId, campaignId, contactIds, providerId };
}

const contents = [
  { language: "en", title: "Hello {{ first_name }}", subtitle: "", body: "Welcome" },
  { language: "tr", title: "Merhaba {{ first_name }}", subtitle: "", body: "Hoş geldin" },
];

async function addPeople(tx: WorkspaceScope, ids: string[], people: PastPerson[]): Promise<void> {
  const rows = ids.map((id, position) => ({ id, name: people[position]?.firstName ?? `Person ${position}` }));
  await tx.sql`
    insert into contacts (workspace_id, id, first_name, locale, attributes, tags)
    select ${tx.id}, r.id, r.name, 'tr', '{}', '{}'
    from jsonb_to_recordset(${tx.json(rows)}) as r(id uuid, name text)`;
}

async function addCampaign(
  tx: WorkspaceScope,
  id: string,
  runId: string,
  channel: Channel,
  { name, status }: { name: string; status: CampaignStatus },
): Promise<void> {
  await tx.sql`
    insert into campaigns (workspace_id, id, name, channel, status, audience, contents, run_id, created_by)
    values (${tx.id}, ${id}, ${name}, ${channel}, ${status}, 'null', '[]', ${runId}, 'test')`;
}

type Results = PastSend & { channel: Channel; runStatus: RunStatus; runId: string; providerId: string };

async function addResults(tx: WorkspaceScope, send: Results, ids: string[]): Promise<void> {
  const { runId, people, runStatus } = send;
  const keyed = people.map((person, position) => ({ ...person, contactId: ids[position] ?? "" }));
  await tx.sql`insert into notifications (workspace_id, run_id, contact_id) select ${tx.id}, ${runId}, unnest(${ids}::uuid[])`;
  for (const { contactId, deliveries = [], skip } of keyed) {
    for (const status of deliveries) {
      await tx.sql`
        insert into deliveries (workspace_id, run_id, contact_id, subscription_id, channel, provider_id, status, attempts, code, detail)
        values (${tx.id}, ${runId}, ${contactId}, ${newId()}, ${send.channel}, ${send.providerId}, ${status}, 2,
          ${status === "failed" ? "UNREGISTERED" : null}, ${status === "failed" ? "The token is gone." : null})`;
    }
    if (skip)
      await tx.sql`
        insert into skips (workspace_id, run_id, contact_id, reason, inputs)
        values (${tx.id}, ${runId}, ${contactId}, ${skip.reason}, ${tx.json(skip.inputs ?? {})})`;
  }
  const statuses = keyed.map(({ deliveries = [], skip }) =>
    notificationStatusOf({ runStatus, isSkipped: skip !== undefined, deliveries }),
  );
  const count = (status: string) => statuses.filter((known) => known === status).length;
  const reasons = Object.groupBy(
    keyed.flatMap(({ skip }, position) =>
      skip ? [`skipped:${skip.reason}`] : statuses[position] === "failed" ? ["failed:UNREGISTERED"] : [],
    ),
    (name) => name,
  );
  const tally = Object.fromEntries(Object.entries(reasons).map(([name, all]) => [name, all?.length ?? 0]));
  await tx.sql`
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, status, sent, skipped,
      failed, unknown, cancelled, reasons)
    values (${tx.id}, ${runId}, 1, '00000000-0000-0000-0000-000000000000', ${[...ids].sort().at(-1) ?? null}, ${ids.length},
      ${runStatus === "finished" ? "done" : "pending"}, ${count("sent")}, ${count("skipped")}, ${count("failed")},
      ${count("unknown")}, ${count("cancelled")}, ${tx.json(tally)})`;
}
