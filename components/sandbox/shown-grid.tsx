"use client";

import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { ShownMessage } from "./api";
import { DeviceCard } from "./device-card";
import { groupByDevice } from "./group-by-device";

const devicesPerPage = 20;

export type ShownGridProps = { messages: readonly ShownMessage[]; isFiltered: boolean };

export function ShownGrid({ messages, isFiltered }: ShownGridProps) {
  const t = useTranslations("sandbox");
  const { slug } = useShell().workspace;
  const [pages, setPages] = useState(1);
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
  const devices = groupByDevice(messages);
  return (
    <>
      <ul className="grid items-start gap-4 md:grid-cols-2">
        {devices.slice(0, pages * devicesPerPage).map((device) => (
          <li key={device.key} className="min-w-0">
            <DeviceCard device={device} />
          </li>
        ))}
      </ul>
      {devices.length > pages * devicesPerPage ? (
        <Button className="mt-4 w-full" onClick={() => setPages(pages + 1)}>
          {t("showMore", { shown: pages * devicesPerPage, total: devices.length })}
        </Button>
      ) : null}
    </>
  );
}
