import type { EnrolmentRow } from "@/db/queries/automations/enrolments";
import {
  type HappeningRow,
  listMatching,
  listTravellers,
  type TravellerRow,
} from "@/db/queries/automations/facts";
import { findWorkspaceHours } from "@/db/queries/contacts/contact-hours";
import type { SendingWorkspace } from "@/db/queries/runs/sending-context";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { isConsented } from "@/lib/domain/runs/gate";
import { timedPerson, zoneOf } from "@/lib/domain/runs/timing/timed-person";
import type { WeekHours } from "@/lib/domain/timing/best-time";
import { resolveSendTime } from "@/lib/domain/timing/resolve-send-time";
import type { Definition, MessageStep } from "../../definition";
import type { Facts } from "../advance";
import { readCart } from "../cart";
import { isSince } from "../entry-rules";
import { filtersOf } from "../filters-of";
import { messageTiming } from "../message-timing";
import { newestCart } from "../newest-cart";
import { expiriesOf } from "./expiries-of";
import { happeningsOf, sinceFirst } from "./happenings-of";

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
  const [rows, happenings, matching, everybody, expiries] = await Promise.all([
    listTravellers(tx, ids),
    happeningsOf(tx, sinceFirst(travellers.map(sinceOf)), definitions),
    matchingOf(tx, ids, definitions),
    findWorkspaceHours(tx),
    expiriesOf(tx, travellers),
  ]);
  const people = new Map(rows.map((row) => [row.contactId, row]));
  return (enrolment, definition, now) => {
    const person = people.get(enrolment.contactId);
    if (!person) return undefined;
    const own = (happenings.get(enrolment.contactId) ?? []).filter((one) =>
      isSince(one, enrolment.triggeredAt, definition),
    );
    return {
      timeZone: zoneOf(person, workspace.timeZone).timeZone,
      meets: (filter) => matching.get(keyOf(filter))?.has(enrolment.contactId) ?? false,
      happenings: own,
      cart: cartOf(enrolment, own),
      birthDate: person.birthDate,
      lastActiveAt: person.lastActiveAt,
      ...expiries(enrolment),
      canReach: (channel, category) => canReach(workspace, person, channel, category),
      hasRefused: (channel, category) => consentOf(person, channel, category) === "denied",
      sendAt: (step, channel, isBestTime) =>
        sendAt({ workspace, person, everybody, enrolment }, { step, channel, isBestTime, now }),
    };
  };
}

const sinceOf = ({ enrolment: { contactId, triggeredAt } }: Traveller) => ({ contactId, since: triggeredAt });

async function matchingOf(tx: WorkspaceScope, ids: string[], definitions: readonly Definition[]) {
  const filters = new Map(definitions.flatMap(filtersOf).map((filter) => [keyOf(filter), filter]));
  const found = await Promise.all(
    [...filters].map(async ([key, filter]) => [key, new Set(await listMatching(tx, ids, filter))] as const),
  );
  return new Map(found);
}

const keyOf = (filter: AudienceFilter): string => JSON.stringify(filter);

function cartOf({ subject, properties }: EnrolmentRow, happenings: readonly HappeningRow[]): Facts["cart"] {
  return subject.kind === "cart" ? readCart(newestCart(subject.cartId, happenings) ?? properties) : null;
}

const consentOf = ({ consents }: TravellerRow, channel: Channel, category: MessageCategory) =>
  consents?.find((one) => one.channel === channel && one.category === category)?.status;

/** The gate's rules on consent and endpoints; the gate itself asks them again when the message goes. */
function canReach(
  { consentMode }: SendingWorkspace,
  person: TravellerRow,
  channel: Channel,
  category: MessageCategory,
): boolean {
  const consent = consentOf(person, channel, category) ?? null;
  return person.open.includes(channel) && isConsented({ category, consentMode }, consent);
}

type Known = {
  workspace: SendingWorkspace;
  person: TravellerRow;
  everybody: WeekHours | null;
  enrolment: EnrolmentRow;
};

type Asked = { step: MessageStep; channel: Channel; isBestTime: boolean; now: Date };

/**
 * Caps are the sender's: only it knows what goes at the same moment. Whoever never can be written to is its to refuse,
 * and a message's time to live begins when it is handed over.
 */
function sendAt(
  { workspace, person, everybody, enrolment }: Known,
  { step, channel, isBestTime, now }: Asked,
): Date | undefined {
  const timing = { ...messageTiming(step, channel, workspace, now), isBestTime, caps: [], ttlMillis: null };
  const timed = timedPerson(enrolment.id, person, workspace.timeZone, everybody);
  const { at } = resolveSendTime(timing, timed, now.getTime());
  return at === undefined ? undefined : new Date(at);
}
