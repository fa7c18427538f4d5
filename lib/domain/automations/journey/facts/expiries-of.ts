import type { EnrolmentRow } from "@/db/queries/automations/enrolments";
import { listMembershipEnds, listUsedCodes } from "@/db/queries/automations/expiries";
import type { WorkspaceScope } from "@/db/scope";
import type { Facts } from "../advance";

type Expiries = Pick<Facts, "isCouponUsed" | "membershipExpiresAt">;

/** What became of the coupons and memberships that people are reminded of; read only where somebody is. */
export async function expiriesOf(
  tx: WorkspaceScope,
  travellers: readonly { enrolment: EnrolmentRow }[],
): Promise<(enrolment: EnrolmentRow) => Expiries> {
  const subjects = travellers.map(({ enrolment: { subject, contactId } }) => ({ ...subject, contactId }));
  const codes = subjects.filter((one) => one.kind === "coupon");
  const members = subjects.filter(({ kind }) => kind === "membership").map(({ contactId }) => contactId);
  const [used, ends] = await Promise.all([listUsedCodes(tx, codes), listMembershipEnds(tx, members)]);
  return ({ subject, contactId }) => ({
    isCouponUsed: subject.kind === "coupon" && used.has(`${subject.batchId} ${subject.seq}`),
    membershipExpiresAt: ends.get(contactId) ?? null,
  });
}
