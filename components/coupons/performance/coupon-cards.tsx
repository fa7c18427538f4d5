"use client";

import { useFormatter, useTranslations } from "next-intl";
import { StatCard } from "@/components/charts/stat-card";
import { hrefOf } from "@/components/layout/navigation";
import type { Performance } from "@/lib/domain/coupons/performance/get-performance";
import { useMoney } from "../use-money";
import { compared, mainCurrency } from "./performance-cards";

type Props = { slug: string; range: string; performance: Performance; comparedTo: string };

/** Redemptions and revenue on the home screen; nothing before the first offer is used. */
export function CouponCards({ slug, range, performance, comparedTo }: Props) {
  const t = useTranslations("coupon-performance");
  const format = useFormatter();
  const money = useMoney();
  const { current, previous, series } = performance;
  if (current.redemptions + current.orders + previous.redemptions + previous.orders === 0) return null;
  const currency = mainCurrency(current);
  const own = current.money.find((one) => one.currency === currency);
  const href = hrefOf(slug, `coupons/performance?range=${range}`);
  const card = (of: "cash" | "attributed") => {
    const now = own?.[`${of}Minor`] ?? 0;
    const before = previous.money.find((one) => one.currency === currency)?.[`${of}Minor`] ?? 0;
    return (
      <StatCard
        label={t(`home.${of}`)}
        value={currency ? money(now, currency) : "–"}
        href={href}
        trend={series.map(
          (point) => point.money.find((one) => one.currency === currency)?.[`${of}Minor`] ?? 0,
        )}
        {...compared(now, before, comparedTo)}
      />
    );
  };
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <StatCard
        label={t("home.redemptions")}
        value={format.number(current.redemptions)}
        detail={t("people", { count: current.contacts })}
        href={href}
        trend={series.map(({ redemptions }) => redemptions)}
        {...compared(current.redemptions, previous.redemptions, comparedTo)}
      />
      {card("cash")}
      {card("attributed")}
    </div>
  );
}
