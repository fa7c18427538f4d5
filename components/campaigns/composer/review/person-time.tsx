"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ContactPicker, type PickedContact } from "@/components/contacts/contact-picker";
import { useShell } from "@/components/layout/shell-context";
import { Card } from "@/components/ui/display/card";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { type Campaign, type ExplainedTime, explainTimeOptions } from "../../api";

/** When one person would get it, rule by rule. */
export function PersonTime({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns.personTime");
  const { slug } = useShell().workspace;
  const [person, setPerson] = useState<PickedContact | null>(null);
  const query = useQuery({
    ...explainTimeOptions(slug, { campaignId: campaign.id, contactId: person?.id ?? "" }, campaign.version),
    enabled: person !== null,
  });
  return (
    <Card title={t("title")} description={t("description")}>
      <ContactPicker
        workspace={slug}
        channel={campaign.channelType}
        value={person}
        onChange={setPerson}
        label={t("person")}
        help={t("personHelp")}
      />
      <div className="mt-3" aria-live="polite">
        {query.isError ? <ErrorState onRetry={() => void query.refetch()} /> : null}
        {person && query.isPending ? <Skeleton className="h-16 w-full" /> : null}
        {person && query.data ? <Explanation explained={query.data} /> : null}
      </div>
    </Card>
  );
}

function Explanation({ explained }: { explained: ExplainedTime }) {
  const t = useTranslations("campaigns.personTime");
  const format = useFormatter();
  const { at, skip, timeZone, zoneSource, usualHours, steps } = explained;
  const moment = (instant: Date) =>
    format.dateTime(instant, { dateStyle: "medium", timeStyle: "short", timeZone });
  const hour = (value: number) => `${String(value).padStart(2, "0")}:00`;
  return (
    <>
      <p className="font-medium text-sm">
        {at ? t("at", { moment: moment(at), zone: timeZone }) : t(`skips.${skip ?? "expired"}`)}
      </p>
      <ol className="mt-2 flex flex-col gap-1 text-muted-foreground text-sm">
        <li>{t(`sources.${zoneSource}`, { zone: timeZone })}</li>
        {usualHours ? <li>{t("usual", { from: hour(usualHours.from), to: hour(usualHours.to) })}</li> : null}
        {steps.map((step, position) => (
          <li key={`${step.rule}-${position.toString()}`}>
            {t(`rules.${step.rule}`, {
              moment: moment(step.at),
              basis: String(step.detail.basis ?? ""),
              limit: Number(step.detail.limit ?? 0),
            })}
          </li>
        ))}
      </ol>
    </>
  );
}
