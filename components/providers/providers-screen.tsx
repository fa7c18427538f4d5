"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { ApiError } from "@/lib/browser/api-client";
import { useLive } from "@/lib/browser/realtime/use-live";
import { useDelayed } from "@/lib/browser/use-delayed";
import { channels } from "@/lib/domain/channels/channel";
import { type Provider, providersOptions } from "./api";
import { ChannelCard } from "./channel-card";
import { useShownProvider } from "./use-shown-provider";

export function ProvidersScreen() {
  const t = useTranslations("providers");
  const router = useRouter();
  const { slug } = useShell().workspace;
  const mayWrite = useMay("providers.write");
  const newHref = hrefOf(slug, "providers/new");
  useShortcut("c", t("connect"), () => mayWrite && router.push(newHref));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayWrite ? (
            <ButtonLink href={newHref} variant="primary" icon={<Plus />}>
              {t("connect")}
            </ButtonLink>
          ) : null
        }
      />
      <ProviderCards />
    </>
  );
}

function ProviderCards() {
  const t = useTranslations("providers");
  const { slug } = useShell().workspace;
  const query = useQuery(useLive(providersOptions(slug)));
  const toShown = useShownProvider();
  const isSlow = useDelayed(query.isPending);
  if (query.isError && !query.data) {
    const requestId = query.error instanceof ApiError ? query.error.problem.instance : undefined;
    return <ErrorState onRetry={() => query.refetch()} {...(requestId ? { requestId } : {})} />;
  }
  if (!query.data) return isSlow ? <CardSkeletons label={t("loading")} /> : null;
  const byChannel = Map.groupBy<Provider["channel"], Provider>(
    query.data.data.map(toShown),
    ({ channel }) => channel,
  );
  return (
    <div className="grid items-start gap-4 pb-10 lg:grid-cols-2">
      {channels.map((channel) => (
        <ChannelCard key={channel} channel={channel} providers={byChannel.get(channel) ?? []} />
      ))}
    </div>
  );
}

function CardSkeletons({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-4 lg:grid-cols-2">
      {channels.map((channel) => (
        <Skeleton key={channel} className="h-30 rounded-lg" />
      ))}
    </div>
  );
}
