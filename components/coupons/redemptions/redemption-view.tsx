"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Callout } from "@/components/ui/feedback/callout";
import { type RedemptionDetail, redemptionOptions } from "./api";
import { logHref } from "./redemption-href";
import { RedemptionPill } from "./redemption-pill";
import { RollBackDialog } from "./roll-back-dialog";
import { useRedemptionFacts } from "./use-redemption-facts";

/** One use of one code by one person, with everything around it. */
export function RedemptionView({ redemption: initial }: { redemption: RedemptionDetail }) {
  const t = useTranslations("redemptions");
  const { slug } = useShell().workspace;
  const mayRollBack = useMay("coupons.rollback");
  const { data: redemption } = useQuery({ ...redemptionOptions(slug, initial.id), initialData: initial });
  const facts = useRedemptionFacts(slug, redemption);
  const now = useNow();
  const begunAt = redemption.grant?.startsAt ?? redemption.redeemedAt;
  const hasBegun = begunAt !== null && begunAt <= now;
  const isFinal = redemption.reversal === "never" || (redemption.reversal === "until_start" && hasBegun);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: logHref(slug) }]}
        title={
          <span className="font-mono" translate="no">
            {redemption.code}
          </span>
        }
        badge={<RedemptionPill status={redemption.status} />}
        actions={
          mayRollBack && redemption.status === "redeemed" && !isFinal ? (
            <RollBackDialog workspace={slug} redemption={redemption} />
          ) : null
        }
      />
      {redemption.status === "redeemed" && isFinal ? (
        <Callout className="mb-4" title={t("rollBack.never")} />
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          <Card title={t("cards.what")}>
            <DescriptionList items={facts.what} />
          </Card>
          <Card title={t("cards.money")}>
            <DescriptionList items={facts.money} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t("cards.course")}>
            <DescriptionList items={facts.course} />
          </Card>
          <Card title={t("cards.request")}>
            <DescriptionList items={facts.request} />
          </Card>
        </div>
      </div>
    </>
  );
}
