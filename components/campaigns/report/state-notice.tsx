"use client";

import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { ProviderAnswer } from "@/components/providers/answer/provider-answer";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import type { Campaign } from "../api";
import { LateNotice } from "./late-notice";

/** Why it stands still, and what to do about it. */
export function StateNotice({ campaign, status }: { campaign: Campaign; status: CampaignStatus }) {
  const t = useTranslations("campaigns.notice");
  const { slug } = useShell().workspace;
  if (status === "cancelled") {
    return <Callout title={t(campaign.runId ? "cancelledMidway" : "cancelled")} />;
  }
  if (status !== "failed" && status !== "paused") return null;
  const { failureReason: code, failureDetail: detail } = campaign;
  if (!code)
    return (
      <Callout tone="warning" title={t("paused")}>
        {t("pausedHelp")}
      </Callout>
    );
  if (code === "late") return <LateNotice campaign={campaign} />;
  const isKnown = t.has(`reasons.${code}`);
  return (
    <Callout
      tone={status === "failed" ? "danger" : "warning"}
      title={t(isKnown ? `reasons.${code}` : status === "failed" ? "failed" : "held")}
      actions={
        <ButtonLink size="sm" href={hrefOf(slug, "providers")}>
          {t("toProviders")}
        </ButtonLink>
      }
    >
      {t(status === "failed" ? "failedHelp" : "heldHelp")}
      {detail ? <ProviderAnswer raw={`${code}: ${detail}`} className="mt-1" /> : null}
    </Callout>
  );
}
