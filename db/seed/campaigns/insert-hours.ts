import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import { steadyRandom } from "../steady-random";
import type { DemoCampaign } from "./demo-campaigns";

type Rates = { delivered: number; opened: number; clicked: number };

/** Of what was sent; what a channel cannot measure stays 0. */
const ratesOf: Record<Channel, Rates> = {
  app_push: { delivered: 0.94, opened: 0.11, clicked: 0.062 },
  web_push: { delivered: 0.9, opened: 0.08, clicked: 0.044 },
  email: { delivered: 0.975, opened: 0.34, clicked: 0.058 },
  sms: { delivered: 0.96, opened: 0, clicked: 0.071 },
  whatsapp: { delivered: 0.97, opened: 0.62, clicked: 0.12 },
  telegram: { delivered: 1, opened: 0, clicked: 0.05 },
  in_app: { delivered: 0.55, opened: 0.41, clicked: 0.09 },
};

/** Some look again. */
const timesPerPerson = 1.3;
/** Mail privacy proxies load pictures that nobody has looked at yet. */
const machineShare = 0.4;
const hoursOfInterest = 48;
const hourMillis = 3_600_000;

/** People read soon after a send, less at night, and hardly at all after two days. */
export async function insertHours(tx: WorkspaceScope, campaign: DemoCampaign, now: Date): Promise<void> {
  const random = steadyRandom(campaign.id);
  const luck = 0.7 + random() * 0.6;
  const rates = ratesOf[campaign.channel];
  const start = Math.floor(campaign.at.getTime() / hourMillis) * hourMillis;
  const weights = Array.from(
    { length: hoursOfInterest },
    (_, hour) => attention(start + hour * hourMillis, hour) * (0.8 + random() * 0.4),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  const hours = weights
    .map((weight, hour) => ({
      at: new Date(start + hour * hourMillis),
      part: (weight / sum) * luck,
      isFirst: hour === 0,
    }))
    .filter(({ at }) => at < now);
  await tx.sql`
    insert into campaign_hours (workspace_id, hour, campaign_id, channel, sent, failed, skipped, delivered, opened, clicked,
      opens, clicks, automated_opens)
    select ${tx.id}, r.at, ${campaign.id}, ${campaign.channel},
      case when r."isFirst" then k.sent else 0 end, case when r."isFirst" then k.failed else 0 end,
      case when r."isFirst" then k.skipped else 0 end,
      case when r."isFirst" then floor(k.sent * ${rates.delivered}::float8) else 0 end,
      people.opened, people.clicked, round(people.opened * ${timesPerPerson}::float8),
      round(people.clicked * ${timesPerPerson}::float8), round(people.opened * ${campaign.channel === "email" ? machineShare : 0}::float8)
    from jsonb_to_recordset(${tx.json(hours)}) as r(at timestamptz, part float8, "isFirst" boolean)
    join run_chunks k on k.workspace_id = ${tx.id} and k.run_id = ${campaign.runId}
    cross join lateral (select round(k.sent * ${rates.opened}::float8 * r.part) as opened,
      round(k.sent * ${rates.clicked}::float8 * r.part) as clicked) people`;
}

function attention(at: number, hoursSince: number): number {
  const hourOfDay = new Date(at).getUTCHours();
  const awake = hourOfDay >= 6 && hourOfDay <= 21 ? 1 : 0.15;
  return Math.exp(-hoursSince / 9) * awake;
}
