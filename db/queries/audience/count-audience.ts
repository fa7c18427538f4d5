import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { audienceCondition } from "./audience-condition";

export type ConsentMode = "opt_out" | "opt_in";

/**
 * Whether a person (contact id and channel are given) may be written to in this category. The sender's gate asks the same
 * question row by row; `lib/domain/runs/gate.ts` holds its words.
 */
function consentCondition(
  scope: WorkspaceScope,
  who: Fragment,
  channel: Fragment,
  category: MessageCategory,
  mode: ConsentMode,
) {
  const { fragment } = scope;
  if (category === "transactional") return fragment`true`;
  const said = (
    status: string,
  ) => fragment`exists (select 1 from consents k where k.workspace_id = ${scope.id}
    and k.contact_id = ${who} and k.channel = ${channel} and k.category = ${category} and k.status = ${status})`;
  return mode === "opt_in" ? said("granted") : fragment`not ${said("denied")}`;
}

export async function countMatching(scope: WorkspaceScope, filter: AudienceFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from contacts c
    where c.workspace_id = ${scope.id} and c.erased_at is null and ${audienceCondition(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

/** Whether anybody matches: ends at the first. */
export async function hasMatching(scope: WorkspaceScope, filter: AudienceFilter): Promise<boolean> {
  const [row] = await scope.sql<{ isThere: boolean }>`
    select exists (select 1 from contacts c
      where c.workspace_id = ${scope.id} and c.erased_at is null and ${audienceCondition(scope, filter)}) as is_there`;
  return row?.isThere ?? false;
}

/** People of the audience that each channel reaches: active address, not suppressed, allowed. */
export async function countReach(
  scope: WorkspaceScope,
  filter: AudienceFilter,
  category: MessageCategory,
  mode: ConsentMode,
): Promise<{ channel: Channel; count: number }[]> {
  const { fragment } = scope;
  return scope.sql<{ channel: Channel; count: number }>`
    select s.channel, count(distinct s.contact_id)::int as count
    from contacts c
    join subscriptions s on s.workspace_id = ${scope.id} and s.contact_id = c.id and s.status = 'active'
    where c.workspace_id = ${scope.id} and c.erased_at is null and ${audienceCondition(scope, filter)}
      and not exists (select 1 from suppressions p where p.workspace_id = ${scope.id}
        and p.channel = s.channel and p.address_key = s.address_key)
      and ${consentCondition(scope, fragment`s.contact_id`, fragment`s.channel`, category, mode)}
    group by s.channel order by s.channel`;
}

export async function sampleAudience(scope: WorkspaceScope, filter: AudienceFilter, limit: number) {
  return scope.sql<{ id: string; firstName: string; lastName: string; externalId: string | null }>`
    select c.id, c.first_name, c.last_name, c.external_id from contacts c
    where c.workspace_id = ${scope.id} and c.erased_at is null and ${audienceCondition(scope, filter)}
    order by c.id desc limit ${limit}`;
}
