"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { campaignPageHref } from "@/components/campaigns/campaign-href";
import { contactHref } from "@/components/contacts/contact-href";
import { useContactName } from "@/components/contacts/contact-name";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { CodeBlock } from "@/components/ui/display/code-block";
import { DateTime } from "@/components/ui/display/date-time";
import type { Description } from "@/components/ui/display/description-list";
import { toWireId } from "@/lib/contracts/wire/ids";
import { useMoney } from "../use-money";
import type { RedemptionDetail } from "./api";
import { CodeText } from "./code-text";
import { linkClassName } from "./link-style";
import { narrowedLogHref } from "./redemption-href";
import { SourceName } from "./use-redemption-columns";

type Facts = Record<"what" | "money" | "course" | "request", Description[]>;

const present = (items: (Description | false)[]): Description[] => items.filter((item) => item !== false);

/** What there is to tell of a redemption, by the card that tells it. */
export function useRedemptionFacts(workspace: string, redemption: RedemptionDetail): Facts {
  const t = useTranslations("redemptions");
  const format = useFormatter();
  const money = useMoney();
  const nameOf = useContactName();
  const { offer, batch, contact, campaign, grant, price, orderMinor } = redemption;
  const moment = (term: string, at: Date | null): Description | false =>
    at !== null && { term, detail: <DateTime value={at} display="dateTime" /> };
  return {
    what: present([
      { term: t("code"), detail: <CodeText>{redemption.code}</CodeText> },
      {
        term: t("person"),
        detail: contact ? linkTo(contactHref(workspace, contact.id), nameOf(contact)) : t("erased"),
      },
      { term: t("offer"), detail: linkTo(narrowedLogHref(workspace, "offer", offer.id), offer.name) },
      batch !== null && {
        term: t("batch"),
        detail: linkTo(narrowedLogHref(workspace, "batch", batch.id), batch.batchCode),
      },
      campaign !== null && {
        term: t("campaign"),
        detail: linkTo(campaignPageHref(workspace, campaign.id), campaign.name),
      },
      { term: t("ordinal"), detail: format.number(redemption.ordinal) },
      { term: t("reversal"), detail: t(`reversals.${redemption.reversal}`) },
    ]),
    money: present([
      grant !== null && { term: t("plan"), detail: grant.planName },
      grant !== null && { term: t("lasts"), detail: termOf(grant) },
      moment(t("starts"), grant?.startsAt ?? null),
      moment(t("ends"), grant?.expiresAt ?? null),
      price !== null && { term: t("list"), detail: money(price.listMinor, price.currency) },
      price !== null && { term: t("given"), detail: money(price.discountMinor, price.currency) },
      price !== null && { term: t("paid"), detail: money(price.paidMinor, price.currency) },
      redemption.orderId !== null && {
        term: t("order"),
        detail: <span className="break-all font-mono text-xs">{redemption.orderId}</span>,
      },
      orderMinor !== null &&
        price !== null && { term: t("orderTotal"), detail: money(orderMinor, price.currency) },
    ]),
    course: present([
      moment(t("requested"), redemption.createdAt),
      moment(t("heldUntil"), redemption.holdExpiresAt),
      moment(t("redeemedAt"), redemption.redeemedAt),
      moment(t("reversedAt"), redemption.reversedAt),
      redemption.reversalReason !== null && {
        term: t("reversalReason"),
        detail: t.has(`reversalReasons.${redemption.reversalReason}`)
          ? t(`reversalReasons.${redemption.reversalReason}` as "reversalReasons.hold_expired")
          : redemption.reversalReason,
      },
    ]),
    request: present([
      { term: t("source"), detail: <SourceName source={redemption.source} /> },
      redemption.ip !== null && {
        term: t("ip"),
        detail: <code className="font-mono text-xs">{redemption.ip}</code>,
      },
      redemption.userAgent !== null && {
        term: t("browser"),
        detail: <span className="break-words text-xs">{redemption.userAgent}</span>,
      },
      {
        term: t("idempotencyKey"),
        detail: <code className="break-all font-mono text-xs">{redemption.idempotencyKey}</code>,
      },
      {
        term: t("id"),
        detail: (
          <span className="flex items-start gap-1">
            <code className="break-all font-mono text-xs leading-6">
              {toWireId("redemption", redemption.id)}
            </code>
            <CopyButton value={toWireId("redemption", redemption.id)} label={t("copyId")} />
          </span>
        ),
      },
      Object.keys(redemption.metadata).length > 0 && {
        term: t("metadata"),
        detail: <CodeBlock title={t("metadata")} code={JSON.stringify(redemption.metadata, null, 2)} />,
      },
    ]),
  };

  function termOf({ months, days }: { months: number | null; days: number | null }): string {
    if (months !== null) return t("months", { count: months });
    return days === null ? t("forEver") : t("values.days", { count: days });
  }
}

const linkTo = (href: string, text: string): ReactNode => (
  <Link className={linkClassName} href={href}>
    {text}
  </Link>
);
