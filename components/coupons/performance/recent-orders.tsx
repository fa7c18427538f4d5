"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { campaignPageHref } from "@/components/campaigns/campaign-href";
import { contactHref } from "@/components/contacts/contact-href";
import { offerHref } from "@/components/coupons/offers/offer-href";
import { useContactName } from "@/components/notifications/use-contact-name";
import { Card } from "@/components/ui/display/card";
import { CodeBlock } from "@/components/ui/display/code-block";
import { DateTime } from "@/components/ui/display/date-time";
import { type SmallColumn, SmallTable } from "@/components/ui/display/small-table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { ListedOrder } from "@/lib/domain/coupons/performance/orders/list-orders";
import { useMoney } from "../use-money";

type Props = { slug: string; orders: readonly ListedOrder[] };

const example = `{ "name": "order_completed", "external_id": "u-1",
  "properties": { "order_id": "1001", "total": "1299.90", "currency": "TRY" } }`;

/** The latest orders and what they are attributed to. */
export function RecentOrders({ slug, orders }: Props) {
  const t = useTranslations("coupon-performance");
  const money = useMoney();
  const columns: SmallColumn<ListedOrder>[] = [
    {
      header: t("columns.order"),
      cell: ({ orderId }) => <code className="block truncate font-mono text-xs">{orderId}</code>,
    },
    {
      header: t("columns.person"),
      cell: (order) => <Person slug={slug} order={order} />,
      className: "max-md:hidden",
    },
    {
      header: t("columns.attributedTo"),
      cell: (order) => <Attribution slug={slug} order={order} />,
      className: "max-sm:hidden",
    },
    {
      header: t("columns.orderedAt"),
      cell: ({ orderedAt }) => <DateTime value={orderedAt} className="text-muted-foreground text-xs" />,
      className: "w-32 max-lg:hidden",
    },
    {
      header: t("columns.total"),
      cell: ({ totalMinor, refundedMinor, currency }) => (
        <>
          <span className="block truncate">{money(totalMinor - refundedMinor, currency)}</span>
          {refundedMinor > 0 ? (
            <span className="block truncate text-muted-foreground text-xs">
              {t("refunded", { amount: money(refundedMinor, currency) })}
            </span>
          ) : null}
        </>
      ),
      align: "right",
      className: "w-40",
    },
  ];
  return (
    <Card title={t("orders")} description={t("ordersDescription")} flush>
      {orders.length === 0 ? (
        <EmptyState
          className="border-t py-8"
          title={t("noOrders")}
          description={t("noOrdersDescription")}
          actions={<CodeBlock title="POST /api/v1/events" code={example} className="max-w-full text-left" />}
        />
      ) : (
        <SmallTable caption={t("orders")} columns={columns} rows={orders} keyOf={({ orderId }) => orderId} />
      )}
    </Card>
  );
}

const linkStyle = "block min-h-6 truncate rounded-sm leading-6 underline-offset-4 hover:underline";

function Person({ slug, order: { contact } }: { slug: string; order: ListedOrder }) {
  const t = useTranslations("coupon-performance");
  const contactName = useContactName();
  if (!contact) return <span className="text-muted-foreground">{t("erased")}</span>;
  return (
    <Link href={contactHref(slug, contact.id)} className={linkStyle}>
      {contactName({ contact })}
    </Link>
  );
}

function Attribution({ slug, order: { redemption, campaign } }: { slug: string; order: ListedOrder }) {
  const t = useTranslations("coupon-performance");
  if (redemption)
    return (
      <Link href={offerHref(slug, redemption.offerId)} className={linkStyle}>
        {redemption.offerName}
      </Link>
    );
  if (campaign)
    return (
      <Link href={campaignPageHref(slug, campaign.id)} className={linkStyle}>
        {campaign.name}
      </Link>
    );
  return <span className="text-muted-foreground">{t("unattributed")}</span>;
}
