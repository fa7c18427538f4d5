"use client";

import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/display/date-time";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import type { Campaign } from "../api";

const minuteMillis = 60_000;

/** When sending began, and when it ended where that was noticeably later. */
export function WhenSent({ campaign, status }: { campaign: Campaign; status: CampaignStatus }) {
  const t = useTranslations("campaigns.report");
  const { startedAt, endedAt } = campaign;
  if (!startedAt) return null;
  const isLong = endedAt !== null && endedAt.getTime() - startedAt.getTime() >= minuteMillis;
  const moment = (value: Date) => () => <DateTime value={value} display="dateTime" />;
  return (
    <>
      <span aria-hidden>·</span>
      <span>
        {t.rich(status === "sent" && !isLong ? "sentAt" : "startedAt", { moment: moment(startedAt) })}
      </span>
      {isLong ? (
        <>
          <span aria-hidden>·</span>
          <span>{t.rich("endedAt", { moment: moment(endedAt) })}</span>
        </>
      ) : null}
    </>
  );
}
