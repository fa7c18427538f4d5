import { useTranslations } from "next-intl";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import type { DisplayState } from "@/lib/domain/coupons/offers/offer";

const tones: Record<DisplayState, StatusTone> = {
  draft: "idle",
  scheduled: "waiting",
  active: "done",
  paused: "paused",
  exhausted: "failed",
  expired: "stopped",
  archived: "stopped",
};

export function OfferStatePill({ state }: { state: DisplayState }) {
  const t = useTranslations("offers.states");
  return <StatusPill status={tones[state]}>{t(state)}</StatusPill>;
}
