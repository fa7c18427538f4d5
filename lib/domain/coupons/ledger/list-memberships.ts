import { cursorOf } from "@/db/keyset";
import { findContact } from "@/db/queries/contacts/find-contact";
import {
  type GivenCode,
  listGivenCodes,
  listMemberships as listMembershipRows,
  type MembershipRow,
  membershipOrders,
} from "@/db/queries/coupons/ledger/list-memberships";
import { listRedemptions } from "@/db/queries/coupons/ledger/list-redemptions";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import type { MembershipTier } from "../plans/plan";
import { findPeople } from "./ledger-input";
import { type ListedRedemption, toListedRedemption } from "./listed-redemption";
import { expiryOf, type MembershipExpiry, soonAfter } from "./membership";

type Input = ListInput & {
  q?: string | undefined;
  sort?: string | undefined;
  tier?: readonly MembershipTier[] | undefined;
  expiry?: readonly MembershipExpiry[] | undefined;
  contactId?: string | undefined;
};

export type ListedMembership = ReturnType<typeof toListed>;

/** Who is a member, those whose membership ends next first. */
export async function listMemberships(ctx: WorkspaceContext, input: Input): Promise<Page<ListedMembership>> {
  ctx.require("coupons.read");
  const sort = parseSort(input.sort, ["expires_at", "-expires_at"]);
  const order = membershipOrders[sort];
  const page = parsePage(input, order.keys.length);
  const now = ctx.now();
  const contactIds = await peopleOf(ctx, input);
  const filter = { contactIds, tier: input.tier, expiry: input.expiry, now, soonAt: soonAfter(now) };
  const rows = await listMembershipRows(ctx.scope, filter, sort, page);
  const cursors = new Map(rows.map((row) => [row.contactId, cursorOf(order, row)]));
  return toPage(
    rows.map((row) => toListed(row, now)),
    page.limit,
    ({ contact }) => cursors.get(contact.id) ?? [],
    null,
  );
}

async function peopleOf(ctx: WorkspaceContext, { q, contactId }: Input): Promise<string[] | undefined> {
  if (!q) return contactId ? [contactId] : undefined;
  const found = await findPeople(ctx, q);
  return contactId ? found.filter((id) => id === contactId) : found;
}

function toListed(row: MembershipRow, now: Date) {
  const { contactId, externalId, firstName, lastName, planId, planName, tier, anchorAt, expiresAt } = row;
  return {
    contact: { id: contactId, externalId, firstName, lastName },
    plan: planId ? { id: planId, name: planName ?? "" } : null,
    tier,
    since: anchorAt,
    expiresAt,
    expiry: expiryOf(expiresAt, now),
  };
}

const shownMax = 20;

export type ContactCoupons = {
  membership: ListedMembership | null;
  codes: GivenCode[];
  redemptions: ListedRedemption[];
};

/** What coupons have to do with one person. */
export async function getContactCoupons(
  ctx: WorkspaceContext,
  { contactId }: { contactId: string },
): Promise<ContactCoupons> {
  ctx.require("coupons.read");
  if (!(await findContact(ctx.scope, contactId))) throw notFound();
  const page = { limit: shownMax - 1, offset: 0, after: undefined };
  const now = ctx.now();
  const [members, codes, redemptions] = await Promise.all([
    listMembershipRows(
      ctx.scope,
      { contactIds: [contactId], now, soonAt: soonAfter(now) },
      "expires_at",
      page,
    ),
    listGivenCodes(ctx.scope, contactId, shownMax),
    listRedemptions(ctx.scope, { contactId }, "-created_at", page),
  ]);
  return {
    membership: members[0] ? toListed(members[0], now) : null,
    codes,
    redemptions: redemptions.map((row) => toListedRedemption(ctx, row)),
  };
}
