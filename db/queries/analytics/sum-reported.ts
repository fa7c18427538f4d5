import type { WorkspaceScope } from "@/db/scope";
import type { Reported } from "@/lib/domain/analytics/engagement";
import { currentHours } from "./current-hours";

/** Of those messages alone whose arrival is reported at all: by campaign and channel, in a span. */
export async function sumReported(scope: WorkspaceScope, from: Date, to: Date): Promise<Reported> {
  const hours = currentHours(scope, scope.fragment`hour >= ${from} and hour <= ${to}`, scope.fragment`true`);
  const [reported] = await scope.sql<Reported>`
    select coalesce(sum(g.sent), 0)::float8 as sent, coalesce(sum(g.delivered), 0)::float8 as delivered,
      coalesce(sum(g.opened), 0)::float8 as opened, coalesce(sum(g.clicked), 0)::float8 as clicked
    from (
      select sum(h.sent) as sent, sum(h.delivered) as delivered, sum(h.opened) as opened, sum(h.clicked) as clicked
      from (${hours}) h where h.hour >= ${from} and h.hour <= ${to}
      group by h.campaign_id, h.channel having sum(h.delivered) > 0) g`;
  if (!reported) throw new Error("An aggregate gives one row.");
  return reported;
}
