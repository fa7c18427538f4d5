"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { useLive } from "@/lib/browser/realtime/use-live";
import { statsOptions } from "./api";

/** Counts since the sandbox started; nothing is announced while they run. */
export function SandboxStats({ isLive }: { isLive: boolean }) {
  const t = useTranslations("sandbox.stats");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const { data } = useQuery(useLive(statsOptions(slug, isLive)));
  const refused = Object.values(data?.refused ?? {}).reduce((sum, count) => sum + count, 0);
  const figures = [
    { name: "asked", value: data?.asked },
    { name: "accepted", value: data?.accepted },
    { name: "refused", value: data && refused },
    { name: "devices", value: data?.devices },
    { name: "shown", value: data?.shown },
    { name: "shownTwice", value: data?.shownTwice },
  ] as const;
  return (
    <dl className="grid grid-cols-3 gap-px overflow-hidden rounded-lg border bg-border sm:grid-cols-6">
      {figures.map(({ name, value }) => (
        <div key={name} className="flex min-w-0 flex-col bg-card px-3 py-2.5">
          <dt className="text-muted-foreground text-xs">{t(name)}</dt>
          <dd className="mt-auto font-semibold text-lg tabular-nums">
            {value === undefined ? "–" : format.number(value, "integer")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
