import type { CostRow, FigureRow, PeopleRow } from "@/db/queries/coupons/performance/sum-performance";
import { averageOrderOf, couponRatesOf, type Money, roiOf, type Sums } from "./rates";

type Row = Omit<FigureRow, "key">;

const add = (rows: readonly Row[], name: Exclude<keyof Row, "currency">): number =>
  rows.reduce((sum, row) => sum + row[name], 0);

/** Counts over all currencies, rates of them, and money of each currency by itself. */
export function toFigures(rows: readonly Row[], people: PeopleRow | undefined, costs: readonly CostRow[]) {
  const sums: Sums = {
    impressions: add(rows, "impressions"),
    clicks: add(rows, "clicks"),
    issued: add(rows, "issued"),
    redemptions: add(rows, "redemptions"),
    broughtRedemptions: add(rows, "broughtRedemptions"),
    contacts: people?.contacts ?? 0,
    broughtContacts: people?.broughtContacts ?? 0,
    paid: add(rows, "paid"),
    orders: add(rows, "orders"),
  };
  return { ...sums, ...couponRatesOf(sums), money: toMoney(rows, costs) };
}

export type Figures = ReturnType<typeof toFigures>;

function toMoney(rows: readonly Row[], costs: readonly CostRow[]) {
  const currencies = [...new Set([...rows, ...costs].map(({ currency }) => currency))].filter(Boolean).sort();
  return currencies.map((currency) => {
    const money = moneyOf(
      currency,
      rows.filter((row) => row.currency === currency),
    );
    const cost = costs.find((one) => one.currency === currency);
    return {
      ...money,
      averageOrderMinor: averageOrderOf(money),
      costMinor: cost?.costMinor ?? null,
      costAttributedMinor: cost?.attributedMinor ?? null,
      roi: roiOf(cost?.attributedMinor ?? 0, cost?.costMinor ?? null),
    };
  });
}

const moneyOf = (currency: string, rows: readonly Row[]): Money => ({
  currency,
  cashMinor: add(rows, "cashMinor"),
  grantedMinor: add(rows, "grantedMinor"),
  attributedMinor: add(rows, "attributedMinor"),
  paid: add(rows, "paid"),
  orders: add(rows, "orders"),
});

/** Every hour or day has its point, also those in which nothing happened. */
export function toSeries(starts: readonly Date[], rows: readonly (Row & { at: Date })[]) {
  const found = Map.groupBy(rows, ({ at }) => at.getTime());
  return starts.map((at) => {
    const here = found.get(at.getTime()) ?? [];
    return {
      at,
      impressions: add(here, "impressions"),
      clicks: add(here, "clicks"),
      issued: add(here, "issued"),
      redemptions: add(here, "redemptions"),
      orders: add(here, "orders"),
      money: here
        .filter(({ currency }) => currency !== "")
        .map(({ currency, cashMinor, grantedMinor, attributedMinor }) => ({
          currency,
          cashMinor,
          grantedMinor,
          attributedMinor,
        })),
    };
  });
}
