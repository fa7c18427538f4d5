import { useTranslations } from "next-intl";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import type { MembershipExpiry } from "@/lib/domain/coupons/ledger/membership";
import type { RedemptionStatus } from "@/lib/domain/coupons/redemptions/redemption";

const toneOfStatus: Record<RedemptionStatus, StatusTone> = {
  held: "waiting",
  redeemed: "done",
  released: "stopped",
  rolled_back: "paused",
};

export function RedemptionPill({ status }: { status: RedemptionStatus }) {
  const t = useTranslations("redemptions.statuses");
  return <StatusPill status={toneOfStatus[status]}>{t(status)}</StatusPill>;
}

const toneOfExpiry: Record<MembershipExpiry, StatusTone> = {
  live: "done",
  soon: "paused",
  over: "stopped",
  never: "done",
};

export function ExpiryPill({ expiry }: { expiry: MembershipExpiry }) {
  const t = useTranslations("redemptions.expiries");
  return <StatusPill status={toneOfExpiry[expiry]}>{t(expiry)}</StatusPill>;
}
