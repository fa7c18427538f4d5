"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { offerHref } from "@/components/coupons/offers/offer-href";
import { linkClassName } from "@/components/coupons/redemptions/link-style";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { cn } from "@/components/ui/cn";
import { Badge } from "@/components/ui/display/badge";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { StatusPill } from "@/components/ui/display/status-pill";
import { Callout } from "@/components/ui/feedback/callout";
import { useLive } from "@/lib/browser/realtime/use-live";
import { type Batch, batchOptions } from "./api";
import { BatchActions } from "./batch-actions";
import { BatchCodes } from "./batch-codes";
import { BatchFiles } from "./batch-files";
import { BatchProgress } from "./batch-progress";
import { BatchReceipt } from "./batch-receipt";
import { toneOfBatch } from "./batch-words";

export type BatchScreenProps = {
  batch: Batch;
  /** What others show of it, above its long list: its performance. */
  children?: ReactNode;
};

export function BatchScreen({ batch: initial, children }: BatchScreenProps) {
  const t = useTranslations("batches");
  const { slug } = useShell().workspace;
  const { data: batch } = useQuery({ ...useLive(batchOptions(slug, initial.id)), initialData: initial });
  const mayWrite = useMay("coupons.write");
  const mayExport = useMay("coupons.export");
  const hasFailed = batch.status === "failed";
  const hasLeft = batch.receipt !== null || batch.status !== "completed";
  return (
    <>
      <PageHeader
        title={batch.name}
        description={batch.name === batch.batchCode ? undefined : batch.batchCode}
        crumbs={[{ label: t("title"), href: hrefOf(slug, "coupons/batches") }]}
        badge={
          <>
            <StatusPill status={toneOfBatch[batch.status]}>{t(`statuses.${batch.status}`)}</StatusPill>
            {batch.isDisabled ? <Badge tone="warning">{t("codeStatuses.disabled")}</Badge> : null}
          </>
        }
        actions={mayWrite ? <BatchActions workspace={slug} batch={batch} /> : null}
      />
      <div className="flex flex-col gap-5">
        {hasFailed ? (
          <Callout tone="danger" title={t("failed")}>
            {batch.errorDetail}
          </Callout>
        ) : null}
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {batch.receipt ? (
            <BatchReceipt receipt={batch.receipt} />
          ) : hasLeft ? (
            <Card>
              <BatchProgress batch={batch} label={t("progress")} />
              <p className="text-muted-foreground text-sm">{t(`progressHelp.${helpOf(batch)}`)}</p>
            </Card>
          ) : null}
          <Card title={t("figures")} className={cn(!hasLeft && "lg:col-span-2")}>
            <DescriptionList items={useFigures(batch)} layout="grid" />
          </Card>
        </div>
        {mayExport && batch.generated > 0 ? <BatchFiles batch={batch} /> : null}
        {children}
        <section aria-label={t("codes")}>
          <h2 className="mb-3 font-semibold text-lg">{t("codes")}</h2>
          <BatchCodes workspace={slug} batch={batch} />
        </section>
      </div>
    </>
  );
}

const helpOf = ({ status }: Batch): "working" | "paused" | "stopped" => {
  if (status === "pending" || status === "generating") return "working";
  return status === "paused" ? "paused" : "stopped";
};

function useFigures(batch: Batch) {
  const t = useTranslations("batches");
  const { slug } = useShell().workspace;
  const format = useFormatter();
  const figures = [
    {
      term: t("offer"),
      detail: (
        <Link href={offerHref(slug, batch.offer.id)} className={linkClassName}>
          {batch.offer.name}
        </Link>
      ),
    },
    { term: t("source"), detail: t(`sources.${batch.source}`) },
    { term: t("codes"), detail: format.number(batch.generated) },
    { term: t("given"), detail: format.number(batch.allocated) },
    { term: t("used"), detail: format.number(batch.used) },
    { term: t("createdBy"), detail: batch.createdBy },
    { term: t("createdAt"), detail: <DateTime value={batch.createdAt} display="dateTime" /> },
  ];
  if (batch.honeytokens === 0) return figures;
  return [...figures, { term: t("new.honeytokens"), detail: format.number(batch.honeytokens) }];
}
