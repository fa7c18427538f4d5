"use client";

import { useQuery } from "@tanstack/react-query";
import { Ticket } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/display/badge";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { type ContactCoupons as Coupons, contactCouponsOptions, type Membership } from "./api";
import { CodeText } from "./code-text";
import { linkClassName } from "./link-style";
import { narrowedLogHref, redemptionHref } from "./redemption-href";
import { ExpiryPill, RedemptionPill } from "./redemption-pill";

/** What coupons have to do with one person: the membership, the codes they were given and those they used. */
export function ContactCoupons({ workspace, contactId }: { workspace: string; contactId: string }) {
  const t = useTranslations("redemptions.ofContact");
  const query = useQuery(contactCouponsOptions(workspace, contactId));
  const coupons = query.data;
  const isEmpty =
    coupons && !coupons.membership && coupons.codes.length === 0 && coupons.redemptions.length === 0;
  return (
    <Card
      title={t("title")}
      description={t("help")}
      flush
      actions={
        coupons && coupons.redemptions.length > 0 ? (
          <Link
            className={`${linkClassName} text-sm`}
            href={narrowedLogHref(workspace, "contact", contactId)}
          >
            {t("all")}
          </Link>
        ) : null
      }
    >
      {query.isPending ? <Skeleton className="m-5 h-16" /> : null}
      {query.isError ? <ErrorState onRetry={() => void query.refetch()} /> : null}
      {isEmpty ? (
        <EmptyState
          className="py-8"
          icon={<Ticket aria-hidden />}
          title={t("empty")}
          description={t("emptyHelp")}
        />
      ) : null}
      {coupons?.membership ? <MembershipLine membership={coupons.membership} /> : null}
      {coupons ? <Lists workspace={workspace} coupons={coupons} /> : null}
    </Card>
  );
}

function MembershipLine({ membership }: { membership: Membership }) {
  const t = useTranslations("redemptions");
  const { plan, tier, expiry, expiresAt } = membership;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t px-5 py-3 text-sm">
      <span className="font-medium">{plan?.name ?? t(`tiers.${tier}`)}</span>
      <ExpiryPill expiry={expiry} />
      <span className="ml-auto text-muted-foreground text-xs">
        {expiresAt ? <DateTime value={expiresAt} display="date" /> : t("never")}
      </span>
    </p>
  );
}

function Lists({ workspace, coupons }: { workspace: string; coupons: Coupons }) {
  const t = useTranslations("redemptions.ofContact");
  const unused = coupons.codes.filter(({ isUsed }) => !isUsed);
  return (
    <ul className="divide-y">
      {coupons.redemptions.map(({ id, code, offer, status, createdAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm first:border-t">
          <Link className="min-w-0 underline-offset-4 hover:underline" href={redemptionHref(workspace, id)}>
            <CodeText>{code}</CodeText>
          </Link>
          <span className="min-w-0 truncate">{offer.name}</span>
          <RedemptionPill status={status} />
          <span className="ml-auto text-muted-foreground text-xs">
            <DateTime value={createdAt} />
          </span>
        </li>
      ))}
      {unused.map(({ code, offerName, campaignName, allocatedAt }) => (
        <li
          key={code}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm first:border-t"
        >
          <CodeText>{code}</CodeText>
          <span className="min-w-0 truncate">{campaignName ?? offerName}</span>
          <Badge>{t("given")}</Badge>
          <span className="ml-auto text-muted-foreground text-xs">
            <DateTime value={allocatedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
