"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { useMay, useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import type { Channel } from "@/lib/domain/channels/channel";
import { channelOfKind, connectableKinds } from "@/lib/domain/providers/provider";
import type { Provider } from "./api";
import { ProviderRow } from "./provider-row";

/** One channel: the provider that sends it first, then the others that could. */
export function ChannelCard({ channel, providers }: { channel: Channel; providers: readonly Provider[] }) {
  const t = useTranslations("providers");
  const channelNames = useTranslations("content.channels");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("providers.write");
  const kind = connectableKinds.find((known) => channelOfKind[known] === channel);
  const sorted = [...providers].sort((a, b) => Number(b.status === "active") - Number(a.status === "active"));
  const hasActive = sorted[0]?.status === "active";
  return (
    <section aria-label={channelNames(channel)} className="min-w-0 rounded-lg border bg-card">
      <header className="flex min-h-12 items-center gap-2 border-b px-4 py-2">
        <ChannelIcon channel={channel} />
        <h2 className="min-w-0 flex-1 truncate font-semibold text-base">{channelNames(channel)}</h2>
        {kind && mayWrite ? (
          <ButtonLink
            href={hrefOf(slug, `providers/new?kind=${kind}`)}
            variant="ghost"
            size="sm"
            icon={<Plus />}
          >
            {t(`connectKind.${kind}`)}
          </ButtonLink>
        ) : null}
      </header>
      {hasActive ? null : (
        <p className="border-b px-4 py-2.5 text-muted-foreground text-sm">{t("channelOff")}</p>
      )}
      <ul className="divide-y">
        {sorted.map((provider) => (
          <li key={provider.id}>
            <ProviderRow provider={provider} />
          </li>
        ))}
      </ul>
    </section>
  );
}
