"use client";

import { Check, Minus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Callout } from "@/components/ui/feedback/callout";
import { type CheckOutcome, explainVerdict } from "@/lib/domain/coupons/ledger/explain-verdict";
import { useMoney } from "../../use-money";
import type { Validation } from "../api";
import { useRefusalWords } from "../refusals/use-refusal-words";

const icons = { passed: Check, failed: X, not_asked: Minus };

const tones = {
  passed: "text-success",
  failed: "text-danger",
  not_asked: "text-subtle-foreground",
};

/** Would it pass, and if not: which rule said no, what it saw and what it needed. */
export function Verdict({ validation, currency }: { validation: Validation; currency: string }) {
  const t = useTranslations("redemptions");
  const money = useMoney();
  const words = useRefusalWords()({ ...validation, currency });
  const { isValid, price, grant } = validation;
  const gift = grant
    ? t("test.grants", { tier: t(`tiers.${grant.tier}`) })
    : price
      ? t("test.gives", {
          given: money(price.discountMinor, price.currency),
          paid: money(price.paidMinor, price.currency),
        })
      : null;
  return (
    <div className="flex flex-col gap-3">
      <Callout tone={isValid ? "success" : "danger"} title={isValid ? t("test.accepted") : t("test.refused")}>
        {isValid ? gift : (words.rule ?? words.reason)}
      </Callout>
      <ol className="divide-y rounded-lg border text-sm">
        {explainVerdict(validation).map((outcome) => (
          <Row key={outcome.check} {...outcome} seen={words.seen} needed={words.needed} />
        ))}
      </ol>
    </div>
  );
}

function Row({
  check,
  outcome,
  seen,
  needed,
}: CheckOutcome & { seen: string | null; needed: string | null }) {
  const t = useTranslations("redemptions");
  const Icon = icons[outcome];
  return (
    <li className="flex items-start gap-2 px-3 py-1.5">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", tones[outcome])} />
      <span className={cn("min-w-0 flex-1", outcome === "not_asked" && "text-muted-foreground")}>
        {t(`checks.${check}`)}
        <span className="sr-only">: {t(`outcomes.${outcome}`)}</span>
        {outcome === "failed" && (seen || needed) ? (
          <span className="block text-muted-foreground text-xs">
            {seen ? t("test.seen", { value: seen }) : null}
            {seen && needed ? " · " : null}
            {needed ? t("test.needed", { value: needed }) : null}
          </span>
        ) : null}
      </span>
    </li>
  );
}
