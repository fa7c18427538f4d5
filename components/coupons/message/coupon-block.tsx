"use client";

import { useQuery } from "@tanstack/react-query";
import { TicketPlus } from "lucide-react";
import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { useSettled } from "@/lib/browser/use-settled";
import { type CodeStock, codeStockOptions, stockOfBatchOptions } from "./api";

export type CouponChoice = { couponBatchId: string | null; couponHoldoutPercent: number };

export type CouponBlockProps = {
  value: CouponChoice;
  onChange: (choice: Partial<CouponChoice>) => void;
  /** Whether each language says the coupon. */
  isSaid: boolean;
  onInsert: () => void;
};

const holdoutPercentMax = 90;

/** Of which batch each recipient gets a code, how many are left, and who gets none to compare with. */
export function CouponBlock({ value, onChange, isSaid, onInsert }: CouponBlockProps) {
  const t = useTranslations("coupon-messages");
  const { couponBatchId, couponHoldoutPercent } = value;
  return (
    <section
      aria-label={t("title")}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-border bg-card p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold text-sm">{t("title")}</h3>
        {couponBatchId && !isSaid ? (
          <Button size="sm" icon={<TicketPlus />} onClick={onInsert}>
            {t("insert")}
          </Button>
        ) : null}
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <BatchField
          batchId={couponBatchId}
          onChange={(batchId) =>
            onChange({ couponBatchId: batchId, ...(batchId === null ? { couponHoldoutPercent: 0 } : {}) })
          }
        />
        {couponBatchId ? (
          <Field label={t("holdout")}>
            <NumberField
              min={0}
              max={holdoutPercentMax}
              value={couponHoldoutPercent}
              onValueChange={(percent) => onChange({ couponHoldoutPercent: Math.round(percent ?? 0) })}
            />
          </Field>
        ) : null}
      </div>
      {couponBatchId ? (
        <>
          <Stock batchId={couponBatchId} />
          {couponHoldoutPercent > 0 ? (
            <p className="text-muted-foreground text-sm">
              {t("holdoutHelp", { percent: couponHoldoutPercent })}
            </p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

type BatchFieldProps = { batchId: string | null; onChange: (batchId: string | null) => void };

function BatchField({ batchId, onChange }: BatchFieldProps) {
  const t = useTranslations("coupon-messages");
  const { slug } = useShell().workspace;
  const [search, setSearch] = useState("");
  const found = useQuery(codeStockOptions(slug, useSettled(search.trim())));
  const chosen = useQuery({ ...stockOfBatchOptions(slug, batchId ?? ""), enabled: batchId !== null });
  const listed = found.data?.data ?? [];
  const own = chosen.data?.data.find((stock) => stock.batchId === batchId);
  const rows = own && !listed.some((stock) => stock.batchId === batchId) ? [own, ...listed] : listed;
  return (
    <Field label={t("batch")} help={t("batchHelp")} optional>
      <Combobox
        options={rows.map((stock) => ({
          value: stock.batchId,
          label: stock.name,
          description: t("batchOption", { offer: stock.offerName, code: stock.batchCode, count: stock.free }),
        }))}
        value={batchId}
        onValueChange={onChange}
        onSearchChange={setSearch}
        loading={found.isFetching}
        emptyText={t("noBatch")}
      />
    </Field>
  );
}

function Stock({ batchId }: { batchId: string }) {
  const t = useTranslations("coupon-messages");
  const { slug } = useShell().workspace;
  const { data } = useQuery(stockOfBatchOptions(slug, batchId));
  const stock = data?.data[0];
  return (
    <p className="min-h-5 text-sm" aria-live="polite">
      {stock ? <StockWords stock={stock} /> : t("loading")}
    </p>
  );
}

function StockWords({ stock }: { stock: CodeStock }) {
  const t = useTranslations("coupon-messages");
  const format = useFormatter();
  const { lastDay, endsAt, timeZone } = stock;
  // As the offer says it: in its own zone, which is named where it is not the reader's.
  const zone = timeZone === useTimeZone() ? "" : ` (${timeZone})`;
  const end = lastDay
    ? t("lastDay", { day: format.dateTime(new Date(lastDay), "date", { timeZone: "UTC" }) }) + zone
    : endsAt
      ? t("ends", { moment: format.dateTime(endsAt, "dateTime", { timeZone }) }) + zone
      : t("endless");
  return (
    <>
      <span className="font-medium tabular-nums">{t("free", { count: stock.free })}</span>{" "}
      <span className="text-muted-foreground">
        {stock.makeable > 0 ? t("madeWhenShort") : t("noneMade")} · {stock.offerName}: {end}
      </span>
    </>
  );
}
