import { arrayLiteral } from "@/db/array-literal";
import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { MainChannel, Platform, SubscriptionStatus } from "@/lib/domain/contacts/contact";
import type { DeliveryStatus } from "@/lib/domain/runs/run";
import { contactOfAlias } from "./alias-contact";
import { deviceZoneOf, zonePhoneOf } from "./zone-columns";

export type WindowSubscription = {
  id: string;
  address: string;
  platform: Platform;
  status: SubscriptionStatus;
  keys: { p256dh: string; auth: string } | null;
  isSuppressed: boolean;
};

/** Everything that the gate and the renderer need of one person. */
export type WindowContact = {
  contactId: string;
  /** The contact whom this one has become since; the same as a rule. */
  personId: string;
  variables: Record<string, unknown> | null;
  externalId: string | null;
  firstName: string | null;
  lastName: string | null;
  locale: string | null;
  country: string | null;
  /** These three are only asked for where the run looks at each person's clock. */
  profileZone: string | null;
  deviceZone: string | null;
  zonePhone: string | null;
  city: string | null;
  /** Only asked for when the content says it. */
  email: string | null;
  phone: string | null;
  attributes: Record<string, unknown> | null;
  erasedAt: Date | null;
  isDeleted: boolean;
  /** Another contact of this run is the same person: that one has been asked for, or will be. */
  isMerged: boolean;
  consent: "granted" | "denied" | null;
  subscriptions: WindowSubscription[] | null;
  /** The coupon code that is theirs in this run. */
  couponCode: string | null;
  /** What an earlier attempt left, by subscription id; only asked for when `onlyOpen`. */
  earlier: Record<string, { status: DeliveryStatus; attempts: number }> | null;
};

type WindowRequest = {
  runId: string;
  channel: Channel;
  category: MessageCategory;
  after: string;
  upTo: string;
  limit: number;
  /** Set after a crash or for a retry: leaves out people who already have a final result. */
  onlyOpen: boolean;
  /** Whether the content names the person's e-mail address or telephone. */
  withAddresses: boolean;
  /** Whether each person's zone decides. */
  withZones: boolean;
  /** The chunk's; whoever was put off is in another. */
  wave: number;
};

/** The next people of a chunk, in id order; of who became part of another contact meanwhile, what is known of that one. */
export async function listWindow(scope: WorkspaceScope, request: WindowRequest): Promise<WindowContact[]> {
  const { runId, after, upTo, limit } = request;
  const people = await readPeople(
    scope,
    request,
    scope.fragment`
      select n.contact_id, n.contact_id as person_id, n.variables from notifications n
      where n.workspace_id = ${scope.id} and n.run_id = ${runId} and n.contact_id > ${after} and n.contact_id <= ${upTo}
        ${inWave(scope, request.wave)}
      ${request.onlyOpen ? openOnly(scope, runId) : scope.fragment``} order by n.contact_id limit ${limit}`,
  );
  if (people.length === 0) return people;
  const gone = people.flatMap(({ isDeleted, contactId }) => (isDeleted ? [contactId] : []));
  const became = new Map((await listBecame(scope, request, gone)).map((one) => [one.contactId, one]));
  const now = people.map((one) => became.get(one.contactId) ?? one);
  const kin = await listKin(scope, runId, now);
  return kin.size === 0 ? now : now.map((one) => ({ ...one, isMerged: hasSpeaker(one, kin) }));
}

/** What is known of the contacts that these have become part of. */
async function listBecame(
  scope: WorkspaceScope,
  request: WindowRequest,
  gone: readonly string[],
): Promise<WindowContact[]> {
  if (gone.length === 0) return [];
  const { runId } = request;
  const became = await scope.sql<{ alias: string; contactId: string }>`
    select a.alias, a.contact_id from contact_aliases a
    where a.workspace_id = ${scope.id} and a.alias = any(${[...gone]}::text[])`;
  if (became.length === 0) return [];
  const people = became.map(({ alias, contactId }) => ({ was: alias, is: contactId }));
  return readPeople(
    scope,
    request,
    scope.fragment`
      select n.contact_id, b."is" as person_id, n.variables
      from jsonb_to_recordset(${scope.json(people)}) as b(was uuid, "is" uuid)
      join notifications n on n.workspace_id = ${scope.id} and n.run_id = ${runId} and n.contact_id = b.was`,
  );
}

type Kin = { contactId: string; isAsked: boolean };

/** The contacts of a run that are one person, by that person. */
async function listKin(
  scope: WorkspaceScope,
  runId: string,
  people: readonly WindowContact[],
): Promise<ReadonlyMap<string, Kin[]>> {
  const persons = people.map(({ personId }) => personId);
  const aliases = await scope.sql<{ contactId: string; personId: string }>`
    select ${contactOfAlias(scope)} as contact_id, a.contact_id as person_id from contact_aliases a
    where a.workspace_id = ${scope.id} and a.contact_id = any(${arrayLiteral(persons)}::text::uuid[])
      and ${contactOfAlias(scope)} is not null`;
  if (aliases.length === 0) return new Map();
  const personOf = new Map(aliases.map(({ contactId, personId }) => [contactId, personId]));
  for (const { personId } of aliases) personOf.set(personId, personId);
  const kin = await scope.sql<Kin>`
    select n.contact_id, exists (select 1 from deliveries d where d.workspace_id = ${scope.id} and d.run_id = ${runId}
        and d.contact_id = n.contact_id and d.status <> 'failed') as is_asked
    from notifications n where n.workspace_id = ${scope.id} and n.run_id = ${runId}
      and n.contact_id = any(${arrayLiteral([...personOf.keys()])}::text::uuid[])`;
  return Map.groupBy(kin, ({ contactId }) => personOf.get(contactId) ?? contactId);
}

/** Who has been asked for goes before who has not, then the person's own contact, then the first of the others. */
function hasSpeaker(
  { contactId, personId, earlier }: WindowContact,
  kin: ReadonlyMap<string, readonly Kin[]>,
): boolean {
  if (earlier !== null) return false;
  const others = (kin.get(personId) ?? []).filter((one) => one.contactId !== contactId);
  if (others.some(({ isAsked }) => isAsked)) return true;
  if (contactId === personId) return false;
  return others.some((one) => one.contactId === personId || one.contactId < contactId);
}

/** A row per endpoint: gathering them in SQL costs as much as finding them. */
async function readPeople(
  scope: WorkspaceScope,
  request: WindowRequest,
  people: Fragment,
): Promise<WindowContact[]> {
  const { runId, channel, category } = request;
  const rows = await scope.sql<WindowRow>`
    with people as materialized (${people})
    select p.contact_id, p.person_id, p.variables, c.external_id, c.first_name, c.last_name, c.locale, c.country, c.city,
      c.attributes, c.erased_at, c.id is null as is_deleted, false as is_merged, k.status as consent,
      s.id as subscription_id, s.address, s.platform, s.status as subscription_status, s.keys,
      exists (select 1 from suppressions x where x.workspace_id = ${scope.id} and x.channel = s.channel
        and x.address_key = s.address_key) as is_suppressed,
      ${request.onlyOpen ? earlierOf(scope, runId) : scope.fragment`null`} as earlier,
      ${request.withZones ? zonesOf(scope) : noZones(scope)},
      ${request.withAddresses ? addressOf(scope, "email") : scope.fragment`null`} as email,
      ${request.withAddresses ? addressOf(scope, "sms") : scope.fragment`null`} as phone,
      null as subscriptions, null as coupon_code
    from people p
    left join contacts c on c.workspace_id = ${scope.id} and c.id = p.person_id
    left join consents k on k.workspace_id = ${scope.id} and k.contact_id = p.person_id
      and k.channel = ${channel} and k.category = ${category}
    left join subscriptions s on s.workspace_id = ${scope.id} and s.contact_id = p.person_id
      and s.channel = ${channel} and s.status <> 'removed'
    order by p.contact_id`;
  return gather(rows);
}

type WindowRow = WindowContact &
  Omit<WindowSubscription, "id" | "status"> & {
    subscriptionId: string | null;
    subscriptionStatus: SubscriptionStatus;
  };

/** One person of each run of rows that are about the same one. */
function gather(rows: WindowRow[]): WindowContact[] {
  const people: WindowContact[] = [];
  let last: WindowContact | undefined;
  for (const row of rows) {
    if (last?.contactId !== row.contactId) {
      last = row;
      people.push(last);
    }
    if (row.subscriptionId !== null) {
      const { subscriptionId: id, address, platform, subscriptionStatus: status, keys, isSuppressed } = row;
      const endpoint = { id, address, platform, status, keys, isSuppressed };
      if (last.subscriptions) last.subscriptions.push(endpoint);
      else last.subscriptions = [endpoint];
    }
  }
  return people;
}

/** The partial index holds every wave but the one that most runs have alone. */
const inWave = (scope: WorkspaceScope, wave: number) =>
  wave === 0 ? scope.fragment`and n.wave = 0` : scope.fragment`and n.wave = ${wave} and n.wave <> 0`;

const noZones = (scope: WorkspaceScope) =>
  scope.fragment`null as profile_zone, null as device_zone, null as zone_phone`;

const zonesOf = (scope: WorkspaceScope) => scope.fragment`
  c.time_zone as profile_zone, ${deviceZoneOf(scope, scope.fragment`p.person_id`)} as device_zone,
  ${zonePhoneOf(scope, scope.fragment`p.person_id`)} as zone_phone`;

/** `mainAddressOf` in SQL. */
const addressOf = (scope: WorkspaceScope, channel: MainChannel) => scope.fragment`
  (select a.address from subscriptions a where a.workspace_id = ${scope.id} and a.contact_id = p.person_id
    and a.channel = ${channel} and a.status <> 'removed' order by a.status <> 'active', a.created_at, a.id limit 1)`;

const openOnly = (scope: WorkspaceScope, runId: string) => scope.fragment`
  and (select k.contact_id from skips k where k.workspace_id = ${scope.id} and k.run_id = ${runId}
    and k.contact_id = n.contact_id) is null
  and (select count(*) = 0 or bool_or(d.status = 'retrying') from deliveries d
    where d.workspace_id = ${scope.id} and d.run_id = ${runId} and d.contact_id = n.contact_id)`;

const earlierOf = (scope: WorkspaceScope, runId: string) => scope.fragment`
  (select json_object_agg(d.subscription_id, json_build_object('status', d.status, 'attempts', d.attempts))
    from deliveries d where d.workspace_id = ${scope.id} and d.run_id = ${runId} and d.contact_id = p.contact_id)`;
