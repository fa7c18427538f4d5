import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { SkipReason } from "@/lib/domain/runs/run";
import { audienceCondition } from "./audience-condition";
import type { ConsentMode } from "./count-audience";

type Forecast = {
  filter: AudienceFilter;
  channel: Channel;
  category: MessageCategory;
  consentMode: ConsentMode;
};

/** The gate of `lib/domain/runs/gate.ts` over a whole audience at once, in its order. `reason` null: would be sent to. */
export async function forecastAudience(
  scope: WorkspaceScope,
  { filter, channel, category, consentMode }: Forecast,
): Promise<{ reason: SkipReason | null; count: number }[]> {
  return scope.sql<{ reason: SkipReason | null; count: number }>`
    select case
        when endpoints.suppressed > 0 and endpoints.suppressed = endpoints.total then 'suppressed'
        when ${category} <> 'transactional' and (k.status = 'denied'
          or (${consentMode} = 'opt_in' and k.status is distinct from 'granted')) then 'no_consent'
        when endpoints.open > 0 then null
        else 'no_endpoint' end as reason,
      count(*)::int as count
    from contacts c
    left join consents k on k.workspace_id = ${scope.id} and k.contact_id = c.id and k.channel = ${channel}
      and k.category = ${category}
    left join lateral (
      select count(*) as total, count(x.address_key) as suppressed,
        count(*) filter (where s.status = 'active' and x.address_key is null) as open
      from subscriptions s
      left join suppressions x on x.workspace_id = ${scope.id} and x.channel = s.channel and x.address_key = s.address_key
      where s.workspace_id = ${scope.id} and s.contact_id = c.id and s.channel = ${channel}
        and s.status <> 'removed') endpoints on true
    where c.workspace_id = ${scope.id} and c.erased_at is null and ${audienceCondition(scope, filter)}
    group by 1`;
}
