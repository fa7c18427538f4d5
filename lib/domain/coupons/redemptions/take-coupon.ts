import {
  type CouponAnswer,
  type CouponItem,
  lostRaceCode,
  releaseDueHolds,
  takeCouponOfAudience,
  takeCoupons,
} from "@/db/queries/coupons/redemptions/take-coupons";
import type { WorkspaceScope } from "@/db/scope";
import { GroupCommit } from "@/lib/platform/batching/group-commit";
import { conflict } from "@/lib/platform/errors";
import { guessBudgets } from "./guess-budgets";

/** What is left when holds were taken back and the audience was asked. */
export type TakenAnswer = Exclude<CouponAnswer, { reason: "reclaim" | "audience" }>;

const callSizeMax = 100;
const reclaimedHoldsMax = 10;
const attemptsMax = 12;
const deadlockCode = "40P01";
/** The person became another one between being found and being written down. */
const foreignKeyCode = "23503";
const lostCodes: unknown[] = [lostRaceCode, deadlockCode, foreignKeyCode];

type Lanes = { taking: Lane; looking: Lane };
type Lane = GroupCommit<CouponItem, CouponAnswer>;

/**
 * Uses of a workspace share calls: what arrives while this many are under way goes with the next, so that a counter that all of
 * them need is locked once for many. More calls wait for each other's commits.
 */
const callsAtOnceMax = { taking: 4, looking: 4 };

const lanesOf = new Map<string, Lanes>();
const workspacesMax = 10_000;

function lanes(scope: WorkspaceScope): Lanes {
  const known = lanesOf.get(scope.id);
  if (known) return known;
  if (lanesOf.size >= workspacesMax) lanesOf.clear();
  const open = (callsMax: number): Lane =>
    new GroupCommit(callSizeMax, callsMax, (items) => takeCoupons(scope, items, guessBudgets));
  const opened = { taking: open(callsAtOnceMax.taking), looking: open(callsAtOnceMax.looking) };
  lanesOf.set(scope.id, opened);
  return opened;
}

/** Its own answer, after its commit. A race that was lost is run again: what won it is then seen, and told. */
export async function takeCoupon(scope: WorkspaceScope, item: CouponItem): Promise<TakenAnswer> {
  if (scope.isTransaction) throw new Error("A use commits by itself: calls are shared.");
  let asked = item;
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const answer = await ask(scope, asked);
    if (answer === "lost") continue;
    if (answer.reason === "audience") {
      const judged = await orLost(takeCouponOfAudience(scope, asked, answer, guessBudgets));
      if (judged === undefined || judged === "lost" || judged.reason === "audience") continue;
      if (judged.reason !== "reclaim") return judged;
      asked = await reclaim(scope, asked, judged);
    } else if (answer.reason === "reclaim") asked = await reclaim(scope, asked, answer);
    else return answer;
  }
  throw conflict("Others take of the same offer at this moment. Try again.", {
    reason: "busy",
    retryAfterSeconds: 1,
  });
}

function ask(scope: WorkspaceScope, item: CouponItem): Promise<CouponAnswer | "lost"> {
  const { taking, looking } = lanes(scope);
  return orLost((item.act === "validate" ? looking : taking).add(item));
}

async function orLost<T>(answer: Promise<T>): Promise<T | "lost"> {
  try {
    return await answer;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (lostCodes.includes(code)) return "lost";
    throw error;
  }
}

/** Once: a late reaper must not make an offer look sold out. */
async function reclaim(
  scope: WorkspaceScope,
  item: CouponItem,
  { offerId, contactId }: { offerId: string; contactId: string },
): Promise<CouponItem> {
  await releaseDueHolds(scope, reclaimedHoldsMax, { offerId, contactId, codeKey: item.codeKey });
  return { ...item, hasReclaimed: true };
}
