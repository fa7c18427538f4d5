"use client";

import { CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";
import type { Batch } from "./api";

/** Counted from the codes themselves: what was asked for is what is there, each once. */
export function BatchReceipt({ receipt }: { receipt: NonNullable<Batch["receipt"]> }) {
  const t = useTranslations("batches.receipt");
  const format = useFormatter();
  const seconds = receipt.millis / 1_000;
  const items = [
    { term: t("requested"), detail: format.number(receipt.requested) },
    { term: t("generated"), detail: format.number(receipt.generated) },
    { term: t("distinct"), detail: format.number(receipt.distinct) },
    ...(receipt.replaced > 0 ? [{ term: t("replaced"), detail: format.number(receipt.replaced) }] : []),
    ...(receipt.refused > 0 ? [{ term: t("refused"), detail: format.number(receipt.refused) }] : []),
    {
      term: t("time"),
      detail: format.number(seconds, {
        style: "unit",
        unit: "second",
        unitDisplay: "long",
        maximumFractionDigits: 1,
      }),
    },
  ];
  return (
    <Card title={t("title")}>
      <p className="mb-4 flex items-center gap-2 text-sm text-success [&_svg]:size-4 [&_svg]:shrink-0">
        <CircleCheck aria-hidden />
        {t("sentence", { count: receipt.generated })}
      </p>
      <DescriptionList items={items} layout="grid" />
    </Card>
  );
}
