"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { batchesOptions } from "@/components/coupons/batches/api";
import { batchHref } from "@/components/coupons/batches/batch-href";
import { toneOfBatch } from "@/components/coupons/batches/batch-words";
import { linkClassName } from "@/components/coupons/redemptions/link-style";
import { useShell } from "@/components/layout/shell-context";
import { Card } from "@/components/ui/display/card";
import { StatusPill } from "@/components/ui/display/status-pill";
import { useLive } from "@/lib/browser/realtime/use-live";
import type { Offer } from "../api";

const batchesShown = 100;

/** The batches whose codes open the offer; nothing where there is none. */
export function OfferBatches({ offer }: { offer: Offer }) {
  const t = useTranslations("offers.codes");
  const words = useTranslations("batches");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const { data } = useQuery(useLive(batchesOptions(slug, { offerId: offer.id, limit: batchesShown })));
  if (!data?.data.length) return null;
  return (
    <Card flush title={t("batches")}>
      <ul className="divide-y border-t">
        {data.data.map(({ id, name, batchCode, status, generated }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-sm">
            <Link href={batchHref(slug, id)} className={linkClassName}>
              {name || batchCode}
            </Link>
            <StatusPill status={toneOfBatch[status]}>{words(`statuses.${status}`)}</StatusPill>
            <span className="ml-auto text-muted-foreground tabular-nums">
              {words("codes")}: {format.number(generated)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
