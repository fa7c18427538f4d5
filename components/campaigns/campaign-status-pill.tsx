import { useTranslations } from "next-intl";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";

const tones: Record<CampaignStatus, StatusTone> = {
  draft: "idle",
  scheduled: "waiting",
  sending: "active",
  paused: "paused",
  sent: "done",
  cancelled: "stopped",
  failed: "failed",
};

export function CampaignStatusPill({ status }: { status: CampaignStatus }) {
  const t = useTranslations("campaigns.statuses");
  return <StatusPill status={tones[status]}>{t(status)}</StatusPill>;
}
