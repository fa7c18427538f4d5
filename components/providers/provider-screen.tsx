"use client";

import { useQuery } from "@tanstack/react-query";
import { PlugZap, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { useLive } from "@/lib/browser/realtime/use-live";
import { ProviderMenu } from "./acts/provider-menu";
import { type Provider, providerOptions, useProviderActs } from "./api";
import { CredentialsCard } from "./credentials/credentials-card";
import { HealthCard } from "./health-card";
import { ProviderBadges } from "./provider-badges";
import { TrialDialog } from "./trial/trial-dialog";
import { useShownProvider } from "./use-shown-provider";

/** One provider; `initial` is what the server drew the page with. */
export function ProviderScreen({ initial }: { initial: Provider }) {
  const t = useTranslations("providers");
  const channelNames = useTranslations("content.channels");
  const { slug } = useShell().workspace;
  const toShown = useShownProvider();
  const query = useQuery({ ...useLive(providerOptions(slug, initial.id)), initialData: initial });
  if (query.isError && !query.data) return <ErrorState onRetry={() => query.refetch()} />;
  const provider = toShown(query.data);
  return (
    <>
      <PageHeader
        title={provider.name}
        badge={<ProviderBadges provider={provider} />}
        description={channelNames(provider.channel)}
        crumbs={[{ label: t("title"), href: hrefOf(slug, "providers") }]}
        actions={<Actions provider={provider} />}
      />
      <div className="flex flex-col gap-4 pb-10">
        {provider.isSandbox ? <Callout tone="info">{t("sandboxHelp")}</Callout> : null}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <HealthCard provider={provider} />
          <CredentialsCard provider={provider} />
        </div>
      </div>
    </>
  );
}

function Actions({ provider }: { provider: Provider }) {
  const t = useTranslations("providers");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("providers.write");
  const { verify } = useProviderActs(slug);
  const [testing, setTesting] = useState(false);
  if (!mayWrite || provider.archivedAt) return null;
  return (
    <>
      <Button icon={<PlugZap />} loading={verify.isPending} onClick={() => verify.mutate(provider)}>
        {t("acts.verify")}
      </Button>
      <Button variant="primary" icon={<Send />} onClick={() => setTesting(true)}>
        {t("acts.test")}
      </Button>
      <ProviderMenu provider={provider} />
      {testing ? <TrialDialog provider={provider} onClose={() => setTesting(false)} /> : null}
    </>
  );
}
