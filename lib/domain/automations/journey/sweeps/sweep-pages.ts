import { type LiveAutomation, lockAutomation, setSweptUntil } from "@/db/queries/automations/automations";
import type { WorkspaceScope } from "@/db/scope";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type Entry, enter } from "../enter";

/** How far the last look came, and since when the automation takes anybody in. */
export type Swept = { sweptUntil: Date; liveSince: Date };

type Audience = LiveAutomation["definition"]["audience"];

export type Page<Row> = { audience: Audience; after: Row | undefined; limit: number };

export type Sweep<Row> = {
  live: LiveAutomation;
  /** How far this look comes. */
  until: Date;
  /** Whether it is time for a look at all. */
  isDue?: (swept: Swept) => boolean;
  list: (scope: WorkspaceScope, swept: Swept, page: Page<Row>) => Promise<Row[]>;
  toEntries: (row: Row, swept: Swept) => Entry[];
};

const pageMax = 1_000;

/** Takes in all whom a look finds, page by page; gives how many came in. Only a look that ended is one to go on from. */
export async function sweepPages<Row>(ctx: WorkspaceContext, sweep: Sweep<Row>): Promise<number> {
  const { live, until, isDue, list, toEntries } = sweep;
  const { audience } = live.definition;
  let entered = 0;
  let after: Row | undefined;
  do {
    const last: Row | undefined = after;
    after = await ctx.transaction(async (tx) => {
      const swept = await lockSame(tx, live);
      if (!swept || (last === undefined && isDue && !isDue(swept))) return undefined;
      const found = await list(tx.scope, swept, { audience, after: last, limit: pageMax });
      const entries = found.flatMap((row) => toEntries(row, swept));
      entered += (await enter(tx, live, entries)).length;
      if (found.length === pageMax) return found.at(-1);
      await setSweptUntil(tx.scope, live.id, until);
      return undefined;
    });
  } while (after);
  return entered;
}

/** Undefined once it is paused, archived or published anew: the next sweep looks at what it is then. */
async function lockSame(tx: TransactionContext, { id, number }: LiveAutomation): Promise<Swept | undefined> {
  const row = await lockAutomation(tx.scope, id);
  if (row?.status !== "live" || row.liveNumber !== number) return undefined;
  const { sweptUntil, liveSince } = row;
  return sweptUntil && liveSince ? { sweptUntil, liveSince } : undefined;
}
