"use client";

import { useTranslations } from "next-intl";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import { useMoney } from "../use-money";
import type { Plan } from "./api";

export function usePlanColumns(): TableColumn<Plan>[] {
  const t = useTranslations("plans");
  const money = useMoney();
  return [
    {
      id: "name",
      header: t("fields.name"),
      primary: true,
      sortable: true,
      width: "24%",
      cell: ({ name }) => name,
    },
    { id: "tier", header: t("fields.tier"), cell: ({ tier }) => t(`tiers.${tier}`) },
    { id: "term", header: t("fields.term"), cell: (plan) => <TermWords {...plan} /> },
    {
      id: "price",
      header: t("fields.price"),
      align: "end",
      cell: ({ priceMinor, discountPriceMinor, currency }) => (
        <span className="inline-flex flex-wrap items-baseline justify-end gap-x-2 tabular-nums">
          {discountPriceMinor === null ? null : (
            <s className="text-subtle-foreground text-xs">
              <span className="sr-only">{t("listPrice")} </span>
              {money(priceMinor, currency)}
            </s>
          )}
          <span>{money(discountPriceMinor ?? priceMinor, currency)}</span>
        </span>
      ),
    },
    {
      id: "state",
      header: t("fields.state"),
      card: "aside",
      cell: ({ isActive }) => (
        <StatusPill status={isActive ? "done" : "stopped"}>{t(isActive ? "active" : "inactive")}</StatusPill>
      ),
    },
    {
      id: "features",
      header: t("fields.features"),
      card: "none",
      cell: ({ features }) => (
        <span className="line-clamp-1 whitespace-normal text-muted-foreground">{features.join(" · ")}</span>
      ),
    },
    {
      id: "offers",
      header: t("fields.offers"),
      align: "end",
      cell: ({ offers }) => <span className="tabular-nums">{offers}</span>,
    },
    {
      id: "updated_at",
      header: t("fields.updatedAt"),
      hidden: true,
      card: "none",
      cell: ({ updatedAt }) => <DateTime value={updatedAt} className="text-muted-foreground" />,
    },
  ];
}

function TermWords({ durationMonths, durationDays }: Pick<Plan, "durationMonths" | "durationDays">) {
  const t = useTranslations("plans.term");
  if (durationMonths !== null) return t("monthCount", { count: durationMonths });
  if (durationDays !== null) return t("dayCount", { count: durationDays });
  return t("forever");
}
