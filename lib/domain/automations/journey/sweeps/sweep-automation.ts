import { findLive, type LiveAutomation } from "@/db/queries/automations/automations";
import {
  type Celebrant,
  listCelebrants,
  listSilent,
  type SilentContact,
} from "@/db/queries/automations/sweeps";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { zoneOf } from "@/lib/domain/runs/timing/timed-person";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Trigger } from "../../definition";
import type { Entry } from "../enter";
import { birthdayBetween, dayMillis, silenceAfter } from "../entry-rules";
import { sweepExpiries } from "./sweep-expiries";
import { sweepPages } from "./sweep-pages";

/** How far ahead people are taken in for their birthday, and how long after its hour they still are. */
const aheadMillis = 26 * 3_600_000;
const behindMillis = 12 * 3_600_000;
/** They are taken in so far ahead that a look an hour is enough. */
const birthdayPauseMillis = 55 * 60_000;

/** Takes in who became due by the calendar since the last look. Safe to call at any time and twice. */
export async function sweepAutomation(
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<{ entered: number }> {
  ctx.require("automations.publish");
  const live = await findLive(ctx.scope, automationId);
  if (live?.status !== "live") return { entered: 0 };
  const { trigger } = live.definition;
  if (trigger.kind === "inactive") return { entered: await sweepSilent(ctx, live, trigger) };
  if (trigger.kind === "birthday") return { entered: await sweepBirthdays(ctx, live, trigger) };
  if (trigger.kind === "coupon_expiring" || trigger.kind === "membership_expiring")
    return { entered: await sweepExpiries(ctx, live, trigger) };
  return { entered: 0 };
}

function sweepSilent(
  ctx: WorkspaceContext,
  live: LiveAutomation,
  { days }: Extract<Trigger, { kind: "inactive" }>,
): Promise<number> {
  const until = ctx.now();
  const before = new Date(until.getTime() - days * dayMillis);
  return sweepPages<SilentContact>(ctx, {
    live,
    until,
    list: (scope, { sweptUntil }, page) =>
      listSilent(scope, { ...page, from: new Date(sweptUntil.getTime() - days * dayMillis), before }),
    toEntries: (person) => [silentEntry(person, days, until)],
  });
}

const silentEntry = ({ id, lastActiveAt }: SilentContact, days: number, now: Date): Entry => ({
  ...silenceAfter(lastActiveAt, days),
  contactId: id,
  dueAt: now,
  triggeredAt: now,
  properties: { last_active_at: lastActiveAt.toISOString() },
});

/** Ahead of the day, so that each person's hour is met exactly; whoever's has passed by half a day waits for next year. */
async function sweepBirthdays(
  ctx: WorkspaceContext,
  live: LiveAutomation,
  trigger: Extract<Trigger, { kind: "birthday" }>,
): Promise<number> {
  const workspace = await findSendingWorkspace(ctx.scope);
  if (!workspace) return 0;
  const now = ctx.now();
  const days = daysNear(now);
  return sweepPages<Celebrant>(ctx, {
    live,
    until: now,
    isDue: ({ sweptUntil, liveSince }) =>
      sweptUntil <= liveSince || now.getTime() - sweptUntil.getTime() >= birthdayPauseMillis,
    list: (scope, _, page) => listCelebrants(scope, { ...page, days, after: page.after?.contactId }),
    toEntries: (person, { liveSince }) => {
      const earliest = Math.max(liveSince.getTime(), now.getTime() - behindMillis);
      return birthdayEntry(person, trigger, workspace.timeZone, now, earliest);
    },
  });
}

/** The days on which people may be taken in now, with two on either side, as month times a hundred plus day; both sides of a leap day go with it. */
function daysNear(now: Date): number[] {
  const days = [-2, -1, 0, 1, 2].map((offset) => new Date(now.getTime() + offset * dayMillis));
  const numbers = days.map((day) => (day.getUTCMonth() + 1) * 100 + day.getUTCDate());
  return numbers.includes(228) || numbers.includes(301) ? [...new Set([...numbers, 229])] : numbers;
}

function birthdayEntry(
  person: Celebrant,
  trigger: Extract<Trigger, { kind: "birthday" }>,
  workspaceZone: string,
  now: Date,
  earliest: number,
): Entry[] {
  const { timeZone } = zoneOf(person, workspaceZone);
  const span = { from: earliest, to: now.getTime() + aheadMillis };
  const birthday = birthdayBetween(person.birthDate, trigger, timeZone, span);
  if (!birthday) return [];
  const properties = { birth_date: person.birthDate };
  return [{ ...birthday, contactId: person.contactId, triggeredAt: now, properties }];
}
