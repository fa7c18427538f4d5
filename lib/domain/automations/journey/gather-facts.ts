import type { EnrolmentRow } from "@/db/queries/automations/enrolments";
import {
  type HappeningRow,
  listHappenings,
  listMatching,
  listTravellers,
  type TravellerRow,
} from "@/db/queries/automations/facts";
import { findWorkspaceHours } from "@/db/queries/contacts/contact-hours";
import type { SendingWorkspace } from "@/db/queries/runs/sending-context";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { timedPerson, zoneOf } from "@/lib/domain/runs/timing/timed-person";
import type { WeekHours } from "@/lib/domain/timing/best-time";
import { resolveSendTime } from "@/lib/domain/timing/resolve-send-time";
import { askedEvents, cartEvents, type Definition, type MessageStep } from "../definition";
import type { Facts } from "./advance";
import { readCart } from "./cart";
import { messageTiming } from "./message-timing";
import { meetsAll } from "./property-condition";

export type FactsOf = (enrolment: EnrolmentRow, definition: Definition, now: Date) => Facts | undefined;

type Traveller = { enrolment: EnrolmentRow; definition: Definition };

/** What is known of everybody in a batch, read as sets; undefined of whoever is not there any more. */
export async function gatherFacts(
  tx: WorkspaceScope,
  workspace: SendingWorkspace,
  travellers: readonly Traveller[],
): Promise<FactsOf> {
  const ids = [...new Set(travellers.map(({ enrolment }) => enrolment.contactId))];
  const definitions = [...new Set(travellers.map(({ definition }) => definition))];
  const [rows, happenings, matching, everybody] = await Promise.all([
    listTravellers(tx, ids),
    happeningsOf(tx, ids, travellers, definitions),
    matchingOf(tx, ids, definitions),
    findWorkspaceHours(tx),
  ]);
  const people = new Map(rows.map((row) => [row.contactId, row]));
  return (enrolment, definition, now) => {
    const person = people.get(enrolment.contactId);
    if (!person) return undefined;
    const own = (happenings.get(enrolment.contactId) ?? []).filter((one) =>
      isSince(one, enrolment, definition),
    );
    return {
      timeZone: zoneOf(person, workspace.timeZone).timeZone,
      meets: (filter) => matching.get(keyOf(filter))?.has(enrolment.contactId) ?? false,
      didHappen: (name, where) => own.some((one) => one.name === name && meetsAll(one.properties, where)),
      cart: cartOf(enrolment, own),
      birthDate: person.birthDate,
      lastActiveAt: person.lastActiveAt,
      canReach: (channel, category) => canReach(workspace, person, channel, category),
      hasRefused: (channel, category) => consentOf(person, channel, category) === "denied",
      bestTime: (step, channel) =>
        bestTime({ workspace, person, everybody, enrolment }, { step, channel, now }),
    };
  };
}

async function happeningsOf(
  tx: WorkspaceScope,
  ids: string[],
  travellers: readonly Traveller[],
  definitions: readonly Definition[],
): Promise<Map<string, HappeningRow[]>> {
  const names = [...new Set(definitions.flatMap(askedEvents))];
  if (names.length === 0) return new Map();
  const since = new Date(Math.min(...travellers.map(({ enrolment }) => enrolment.triggeredAt.getTime())));
  return Map.groupBy(await listHappenings(tx, ids, { names, since }), ({ contactId }) => contactId);
}

async function matchingOf(tx: WorkspaceScope, ids: string[], definitions: readonly Definition[]) {
  const filters = new Map(definitions.flatMap(filtersOf).map((filter) => [keyOf(filter), filter]));
  const found = await Promise.all(
    [...filters].map(async ([key, filter]) => [key, new Set(await listMatching(tx, ids, filter))] as const),
  );
  return new Map(found);
}

/** What the definition may ask of a person. */
export function filtersOf({ audience, steps, exits }: Definition): AudienceFilter[] {
  const asked = steps.flatMap((step) =>
    step.kind === "condition" && step.test.kind === "audience" ? [step.test.filter] : [],
  );
  return exits.some(({ kind }) => kind === "left_audience") ? [audience, ...asked] : asked;
}

const keyOf = (filter: AudienceFilter): string => JSON.stringify(filter);

/** What began it does not end it, and what came before has no say. */
function isSince(
  { name, occurredAt }: HappeningRow,
  { triggeredAt }: EnrolmentRow,
  { trigger }: Definition,
): boolean {
  const isOwn = trigger.kind === "event" && trigger.event === name;
  return isOwn ? occurredAt > triggeredAt : occurredAt >= triggeredAt;
}

function cartOf({ subject, properties }: EnrolmentRow, happenings: readonly HappeningRow[]): Facts["cart"] {
  return subject.kind === "cart" ? readCart(newestCart(subject.cartId, happenings) ?? properties) : null;
}

/** The cart as it was told last. */
export const newestCart = (
  cartId: string,
  happenings: readonly Pick<HappeningRow, "name" | "properties">[],
): Record<string, unknown> | undefined =>
  happenings.findLast(({ name, properties }) => cartEvents.includes(name) && properties.cart_id === cartId)
    ?.properties;

const consentOf = ({ consents }: TravellerRow, channel: Channel, category: MessageCategory) =>
  consents?.find((one) => one.channel === channel && one.category === category)?.status;

/** The gate's rules on consent and endpoints; the gate itself asks them again when the message goes. */
function canReach(
  { consentMode }: SendingWorkspace,
  person: TravellerRow,
  channel: Channel,
  category: MessageCategory,
): boolean {
  if (!person.open.includes(channel)) return false;
  if (category === "transactional") return true;
  const consent = consentOf(person, channel, category);
  return consent === "granted" || (consent === undefined && consentMode === "opt_out");
}

type Known = {
  workspace: SendingWorkspace;
  person: TravellerRow;
  everybody: WeekHours | null;
  enrolment: EnrolmentRow;
};

function bestTime(
  { workspace, person, everybody, enrolment }: Known,
  { step, channel, now }: { step: MessageStep; channel: Channel; now: Date },
): Date {
  const timing = { ...messageTiming(step, channel, workspace, now), isBestTime: true, caps: [] };
  const timed = timedPerson(enrolment.id, person, workspace.timeZone, everybody);
  return new Date(resolveSendTime(timing, timed, now.getTime()).at ?? now.getTime());
}
