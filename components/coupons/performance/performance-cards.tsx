"use client";

import { useFormatter, useTranslations } from "next-intl";
import { StatCard } from "@/components/charts/stat-card";
import { changeOf } from "@/lib/domain/analytics/engagement";
import { useMoney } from "../use-money";
import type { CouponFigures, CouponPerformance } from "./api";
import { type DefinedFigure, Definition } from "./definition";

type Props = Pick<CouponPerformance, "current" | "previous" | "series"> & {
  /** In words: what the changes are against; without it none are told. */
  comparedTo: string | undefined;
  /** Of a batch or campaign, to which no cost belongs. */
  isPart?: boolean;
};

type Amount = "cashMinor" | "grantedMinor" | "attributedMinor";

/** The figures of a span, each with its definition; amounts of different currencies are never added. */
export function PerformanceCards({ current, previous, series, comparedTo, isPart }: Props) {
  const t = useTranslations("coupon-performance");
  const format = useFormatter();
  const money = useMoney();
  const main = mainCurrency(current);
  const percent = (rate: number | null) => (rate === null ? "–" : format.number(rate / 100, "percent"));
  const common = (of: DefinedFigure) => ({ label: t(`figures.${of}`), aside: <Definition of={of} /> });
  const amount = (of: Amount) => {
    const [own, ...others] = sorted(current, main);
    const now = own?.[of] ?? 0;
    const before = previous.money.find(({ currency }) => currency === own?.currency)?.[of] ?? 0;
    return {
      value: own ? money(now, own.currency) : "–",
      trend: series.map((point) => point.money.find(({ currency }) => currency === own?.currency)?.[of] ?? 0),
      ...compared(now, before, comparedTo),
      detail: others
        .filter((one) => one[of] !== 0)
        .map((one) => money(one[of], one.currency))
        .join(" · "),
    };
  };
  const [first] = sorted(current, main);
  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-3 2xl:grid-cols-6">
      <StatCard
        {...common("redemptions")}
        value={format.number(current.redemptions)}
        detail={
          current.paidRate === null
            ? t("people", { count: current.contacts })
            : t("peoplePaid", { count: current.contacts, rate: percent(current.paidRate) })
        }
        trend={series.map(({ redemptions }) => redemptions)}
        {...compared(current.redemptions, previous.redemptions, comparedTo)}
      />
      <StatCard
        {...common("redemptionRate")}
        value={percent(current.redemptionRate)}
        detail={
          current.issued > 0
            ? t("ofIssued", { redeemed: current.broughtRedemptions, issued: current.issued })
            : t("noneIssued")
        }
      />
      <StatCard {...common("cash")} {...amount("cashMinor")} />
      <StatCard {...common("granted")} {...amount("grantedMinor")} />
      <StatCard {...common("attributed")} {...amount("attributedMinor")} />
      <StatCard
        {...common("roi")}
        value={first?.roi == null ? "–" : format.number(first.roi, "percent")}
        detail={
          first?.costMinor == null
            ? t(isPart ? "costOfOffers" : "noCost")
            : t("onCost", { cost: money(first.costMinor, first.currency) })
        }
      />
    </div>
  );
}

/** Beyond this the period before was a beginning, and no measure. */
const ratioMax = 10;

/** The change of a figure, where the period before says anything about it. */
export function compared(now: number, before: number, comparedTo: string | undefined) {
  const ratio = changeOf(now, before) ?? ratioMax;
  return comparedTo === undefined || ratio >= ratioMax ? {} : { change: { ratio, comparedTo } };
}

/** The one in which most was moved. */
export const mainCurrency = ({ money }: CouponFigures): string | undefined =>
  [...money].sort((left, right) => volumeOf(right) - volumeOf(left))[0]?.currency;

const volumeOf = ({ orders, paid, cashMinor, attributedMinor }: CouponFigures["money"][number]): number =>
  orders + paid + (cashMinor + attributedMinor > 0 ? 0.5 : 0);

const sorted = ({ money }: CouponFigures, main: string | undefined) =>
  [...money].sort((left, right) => Number(right.currency === main) - Number(left.currency === main));
