"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Spinner } from "@/components/ui/feedback/spinner";
import type { Channel } from "@/lib/domain/channels/channel";
import type { AudienceCount } from "./api";

export type AudienceReachProps = {
  count: AudienceCount | undefined;
  /** False while the number is being asked for again; the old one is dimmed. */
  isSettled: boolean;
  /** The campaign's own channel stands first. */
  channel: Channel;
};

/** How many people match, and how many of them each channel reaches. */
export function AudienceReach({ count, isSettled, channel }: AudienceReachProps) {
  const t = useTranslations("audience.reach");
  const format = useFormatter();
  if (!count) return <Skeleton className="h-48 w-full" />;
  const own = count.reach.find((row) => row.channel === channel);
  const rows = [...(own ? [own] : []), ...count.reach.filter((row) => row.channel !== channel)];
  return (
    <section aria-label={t("title")} aria-busy={!isSettled} className="rounded-lg border bg-card p-4">
      <div role="status">
        <p
          className={cn(
            "flex items-center gap-2 font-semibold text-3xl tabular-nums transition-colors",
            !isSettled && "text-muted-foreground",
          )}
        >
          {format.number(count.total, "integer")}
          {isSettled ? null : <Spinner />}
        </p>
        <p className="text-muted-foreground text-sm">{t("people", { count: count.total })}</p>
      </div>
      {count.total === 0 ? (
        <p className="mt-3 text-muted-foreground text-sm">{t("nobody")}</p>
      ) : (
        <>
          <h3 className="mt-4 font-medium text-sm">{t("byChannel")}</h3>
          <ul className="mt-2 flex flex-col gap-2.5">
            {rows.map((row) => (
              <ChannelReach key={row.channel} {...row} total={count.total} isOwn={row.channel === channel} />
            ))}
          </ul>
          <Sample people={count.sample} />
        </>
      )}
    </section>
  );
}

type ChannelReachProps = { channel: Channel; count: number; total: number; isOwn: boolean };

function ChannelReach({ channel, count, total, isOwn }: ChannelReachProps) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <li className={cn("text-sm", !isOwn && "text-muted-foreground")}>
      <div className="flex items-center justify-between gap-3">
        <span className={cn("inline-flex items-center gap-1.5", isOwn && "font-medium")}>
          <ChannelIcon channel={channel} />
          {t(`content.channels.${channel}`)}
        </span>
        <span className="tabular-nums">
          <span className="sr-only">{t("audience.reach.reaches")} </span>
          {format.number(count, "integer")}
          <span className="ml-1.5 text-muted-foreground text-xs">
            {format.number(count / total, "percent")}
          </span>
        </span>
      </div>
      <div aria-hidden className="mt-1 h-1 overflow-hidden rounded-full bg-accent">
        <div
          className={cn("h-full rounded-full", isOwn ? "bg-brand-solid" : "bg-border-strong")}
          style={{ width: `${(count / total) * 100}%` }}
        />
      </div>
    </li>
  );
}

function Sample({ people }: { people: AudienceCount["sample"] }) {
  const t = useTranslations("audience.reach");
  if (people.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 font-medium text-sm">{t("sample")}</h3>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {people.map(({ id, name }) => (
          <li key={id} className="max-w-full truncate rounded-sm border bg-muted px-1.5 py-0.5 text-xs">
            {name || t("nameless")}
          </li>
        ))}
      </ul>
    </>
  );
}
