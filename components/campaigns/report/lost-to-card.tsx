"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { Card } from "@/components/ui/display/card";
import { type SmallColumn, SmallTable } from "@/components/ui/display/small-table";
import { useLive } from "@/lib/browser/realtime/use-live";
import { type LostTo, lostToOptions } from "../api";
import { campaignPageHref } from "../campaign-href";

/** What people got in this campaign's place; not there while the caps held nobody back. */
export function LostToCard({ campaignId }: { campaignId: string }) {
  const t = useTranslations("campaigns.lostTo");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const { data } = useQuery(useLive(lostToOptions(slug, campaignId)));
  if (!data || data.data.length === 0) return null;
  const columns: SmallColumn<LostTo>[] = [
    {
      header: t("message"),
      cell: ({ campaignId: other, name }) =>
        other && name ? (
          <Link
            href={campaignPageHref(slug, other)}
            className="min-h-6 truncate rounded-sm leading-6 underline-offset-4 hover:underline"
          >
            {name}
          </Link>
        ) : (
          t("single")
        ),
    },
    {
      header: t("people"),
      cell: ({ people }) => format.number(people, "integer"),
      align: "right",
      className: "w-24",
    },
  ];
  return (
    <Card title={t("title")} description={t("description")} flush>
      <SmallTable
        caption={t("title")}
        columns={columns}
        rows={data.data}
        keyOf={({ campaignId: other }) => other ?? "single"}
      />
    </Card>
  );
}
