"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { type ReactNode, useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Switch } from "@/components/ui/forms/switch";
import { Tabs } from "@/components/ui/navigation/tabs";
import { ApiError } from "@/lib/browser/api-client";
import { useLive } from "@/lib/browser/realtime/use-live";
import { useDelayed } from "@/lib/browser/use-delayed";
import { messagesOptions, type SandboxMessages } from "./api";
import { InboxFilters } from "./inbox-filters";
import { MisbehavingAddresses } from "./misbehaving-addresses";
import { RefusedList } from "./refused-list";
import { SandboxNotRunning } from "./sandbox-not-running";
import { SandboxStats } from "./sandbox-stats";
import { ShownGrid } from "./shown-grid";
import { TroublePanel } from "./trouble-panel";
import { useInboxFilters } from "./use-inbox-filters";

export function SandboxScreen() {
  const t = useTranslations("sandbox");
  const [isLive, setLive] = useState(true);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<Switch label={t("live")} checked={isLive} onCheckedChange={setLive} />}
      />
      <div className="flex flex-col gap-4 pb-10">
        <Callout tone="info">{t("nothingLeaves")}</Callout>
        <Running isLive={isLive} />
      </div>
    </>
  );
}

function Running({ isLive }: { isLive: boolean }) {
  const { slug } = useShell().workspace;
  const filters = useInboxFilters();
  const query = useQuery(useLive(messagesOptions(slug, filters.query, isLive)));
  const isSlow = useDelayed(query.isPending);
  if (query.isError) {
    const { error, refetch } = query;
    const isStopped = error instanceof ApiError && error.problem.reason === "sandbox_not_running";
    return isStopped ? <SandboxNotRunning onRetry={refetch} /> : <ErrorState onRetry={() => refetch()} />;
  }
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <SandboxStats isLive={isLive} />
        <InboxFilters filters={filters} />
        {query.data ? (
          <Inbox data={query.data} isFiltered={filters.isFiltered} />
        ) : isSlow ? (
          <Skeletons />
        ) : null}
      </div>
      <aside className="flex min-w-0 flex-col gap-4">
        <TroublePanel />
        <MisbehavingAddresses />
      </aside>
    </div>
  );
}

type InboxProps = { data: SandboxMessages; isFiltered: boolean };

const tabs = ["shown", "refused"] as const;

function Inbox({ data, isFiltered }: InboxProps) {
  const t = useTranslations("sandbox");
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("shown"));
  return (
    <Tabs
      label={t("title")}
      value={tab}
      onValueChange={setTab}
      tabs={[
        {
          value: "shown",
          label: t("tabs.shown"),
          content: (
            <Newest of={data.shownTotal} shown={data.shown.length}>
              <ShownGrid messages={data.shown} isFiltered={isFiltered} />
            </Newest>
          ),
        },
        {
          value: "refused",
          label: t("tabs.refused"),
          count: data.refusedTotal || undefined,
          content: (
            <Newest of={data.refusedTotal} shown={data.refused.length}>
              <RefusedList messages={data.refused} />
            </Newest>
          ),
        },
      ]}
    />
  );
}

/** Says that a list is not all there is. */
function Newest({ shown, of: total, children }: { shown: number; of: number; children: ReactNode }) {
  const t = useTranslations("sandbox");
  return (
    <>
      {children}
      {shown < total ? (
        <p className="mt-3 text-center text-muted-foreground text-sm">{t("newestOf", { shown, total })}</p>
      ) : null}
    </>
  );
}

function Skeletons() {
  const t = useTranslations("sandbox");
  return (
    <div role="status" aria-label={t("loading")} className="grid gap-4 md:grid-cols-2">
      {["a", "b", "c", "d"].map((key) => (
        <Skeleton key={key} className="h-52 rounded-lg" />
      ))}
    </div>
  );
}
