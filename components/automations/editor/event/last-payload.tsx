"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { eventsOptions } from "@/components/events/api";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { DateTime } from "@/components/ui/display/date-time";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { useLive } from "@/lib/browser/realtime/use-live";
import { type FlatProperty, flattenProperties } from "./flatten-properties";

export type LastPayloadProps = {
  event: string;
  /** Makes a condition of a property; absent when there is room for no more. */
  onPick: ((property: FlatProperty) => void) | undefined;
};

/** What the event carried when it came last. */
export function LastPayload({ event, onPick }: LastPayloadProps) {
  const t = useTranslations("automations.event");
  const { slug } = useShell().workspace;
  const query = useQuery(useLive(eventsOptions(slug, { name: [event], limit: 1 })));
  const last = query.isPlaceholderData ? undefined : query.data?.data[0];
  if (query.isPending || query.isPlaceholderData) return <Skeleton className="h-16 w-full" />;
  if (query.isError) return null;
  if (!last) return <p className="text-muted-foreground text-sm">{t("neverReceived")}</p>;
  const properties = flattenProperties(last.properties);
  return (
    <section aria-label={t("lastReceived")} className="min-w-0 rounded-lg border bg-muted/50 p-3">
      <p className="text-sm">
        <span className="font-medium">{t("lastReceived")}</span>{" "}
        <DateTime value={last.occurredAt} className="text-muted-foreground text-xs" />
      </p>
      <p className="text-muted-foreground text-xs">
        {t(properties.length > 0 ? "pickHelp" : "noProperties")}
      </p>
      <ul className="mt-2 flex flex-wrap gap-1.5 empty:hidden">
        {properties.map((one) => (
          <li key={one.property} className="min-w-0 max-w-full">
            <Button
              size="sm"
              className="max-w-full"
              disabled={!onPick}
              onClick={() => onPick?.(one)}
              aria-label={t("pick", { property: one.property, value: String(one.value) })}
            >
              <Plus aria-hidden className="size-3 shrink-0" />
              <span className="truncate font-mono text-xs">
                {one.property} <span className="text-muted-foreground">{String(one.value)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
