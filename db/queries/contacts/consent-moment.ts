import type { WorkspaceScope } from "@/db/scope";
import type { Fragment } from "../../client";

/**
 * When the stored consent `c` counts as given. One from the future, of a wrong clock or a wrong century, outweighs
 * nothing that is said from now on; a minute lies between the clocks of two machines.
 */
export const givenAt = (tx: WorkspaceScope): Fragment => tx.fragment`
  case when c.occurred_at > now() + interval '1 minute' then now() - interval '1 minute' else c.occurred_at end`;
