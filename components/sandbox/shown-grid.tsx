"use client";

import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { ShownMessage } from "./api";
import { DeviceCard } from "./device-card";
import { groupByDevice } from "./group-by-device";

export type ShownGridProps = { messages: readonly ShownMessage[]; isFiltered: boolean };

export function ShownGrid({ messages, isFiltered }: ShownGridProps) {
  const t = useTranslations("sandbox");
  const { slug } = useShell().workspace;
  if (messages.length === 0) {
    return (
      <EmptyState
        icon={<Inbox aria-hidden />}
        title={t(isFiltered ? "noMatchTitle" : "emptyTitle")}
        description={t(isFiltered ? "noMatchDescription" : "emptyDescription")}
        actions={
          isFiltered ? null : (
            <ButtonLink href={hrefOf(slug, "providers")} variant="primary">
              {t("goToProviders")}
            </ButtonLink>
          )
        }
      />
    );
  }
  return (
    <ul className="grid items-start gap-4 md:grid-cols-2">
      {groupByDevice(messages).map((device) => (
        <li key={device.key} className="min-w-0">
          <DeviceCard device={device} />
        </li>
      ))}
    </ul>
  );
}
