import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** The state of offer `o` with counter `k` that people are shown, at a moment: the only place where it is derived. */
export const displayStateOf = (scope: WorkspaceScope, now: Date): Fragment => scope.fragment`
  case
    when o.state in ('draft', 'archived') then o.state
    when o.ends_at <= ${now} then 'expired'
    when k.taken >= o.uses_max then 'exhausted'
    when o.state = 'paused' then 'paused'
    when o.starts_at > ${now} then 'scheduled'
    else 'active'
  end`;
