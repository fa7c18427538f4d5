"use client";

import { useTranslations } from "next-intl";
import type { CampaignForecast } from "../api";
import { namesMoment, type Plan } from "./send-act";
import { useZonedMoment } from "./use-zoned-moment";

export type PutOffProps = { plan: Plan; timeZone: string; forecast: CampaignForecast; className?: string };

/** That hours and clocks let nobody have it at the planned moment, and from when on they do. */
export function PutOff({ plan, timeZone, forecast, className }: PutOffProps) {
  const t = useTranslations("campaigns.send");
  const moment = useZonedMoment(plan.timing.timeZone ?? timeZone);
  const firstHour = forecast.times?.byHour[0]?.hour;
  if (!firstHour || !namesMoment(plan) || firstHour <= plannedAt(plan)) return null;
  return <p className={className}>{t("putOff", { moment: moment(firstHour, "dateTime") })}</p>;
}

const plannedAt = ({ scheduleType, scheduledAt }: Plan): Date =>
  (scheduleType === "scheduled" ? scheduledAt : null) ?? new Date();
