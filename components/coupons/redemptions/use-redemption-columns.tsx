"use client";

import { useTranslations } from "next-intl";
import { useContactName } from "@/components/contacts/contact-name";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { DateTime } from "@/components/ui/display/date-time";
import { toWireId } from "@/lib/contracts/wire/ids";
import { useMoney } from "../use-money";
import type { Redemption } from "./api";
import { CodeText } from "./code-text";
import { RedemptionPill } from "./redemption-pill";

export function useRedemptionColumns(): TableColumn<Redemption>[] {
  const t = useTranslations("redemptions");
  const money = useMoney();
  const nameOf = useContactName();
  return [
    { id: "code", header: t("code"), primary: true, cell: ({ code }) => <CodeText>{code}</CodeText> },
    {
      id: "status",
      header: t("status"),
      card: "aside",
      cell: ({ status }) => <RedemptionPill status={status} />,
    },
    {
      id: "contact",
      header: t("person"),
      cell: ({ contact }) => (contact ? nameOf(contact) : t("erased")),
    },
    {
      id: "offer",
      header: t("offer"),
      cell: ({ offer }) => <span className="block max-w-56 truncate max-sm:text-end">{offer.name}</span>,
    },
    {
      id: "given",
      header: t("given"),
      align: "end",
      cell: ({ price, grant }) =>
        price ? money(price.discountMinor, price.currency) : grant ? grant.planName : "–",
    },
    {
      id: "paid",
      header: t("paid"),
      align: "end",
      hidden: true,
      cell: ({ price }) => (price ? money(price.paidMinor, price.currency) : "–"),
    },
    { id: "source", header: t("source"), cell: ({ source }) => <SourceName source={source} /> },
    {
      id: "order",
      header: t("order"),
      hidden: true,
      cell: ({ orderId }) => <span className="font-mono text-xs">{orderId ?? "–"}</span>,
    },
    {
      id: "batch",
      header: t("batch"),
      hidden: true,
      cell: ({ batch }) => <span className="font-mono text-xs">{batch?.batchCode ?? "–"}</span>,
    },
    {
      id: "ip",
      header: t("ip"),
      hidden: true,
      cell: ({ ip }) => <span className="font-mono text-xs">{ip ?? "–"}</span>,
    },
    {
      id: "created_at",
      header: t("time"),
      sortable: true,
      cell: ({ createdAt }) => <DateTime value={createdAt} />,
    },
    {
      id: "id",
      header: t("id"),
      hidden: true,
      cell: ({ id }) => <span className="font-mono text-xs">{toWireId("redemption", id)}</span>,
    },
  ];
}

/** Where a use came from; a source that we do not know by name is shown as it was given. */
export function SourceName({ source }: { source: string }) {
  const t = useTranslations("redemptions.sources");
  return t.has(source) ? t(source) : source;
}
