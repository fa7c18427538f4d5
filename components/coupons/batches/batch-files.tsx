"use client";

import { Download } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { Card } from "@/components/ui/display/card";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { type CodeFileFormat, codeFileFormats, qrSheetCodesMax } from "@/lib/domain/coupons/batches/batch";
import type { Batch } from "./api";
import { codeFileHref } from "./batch-href";

/** The codes as files; what is downloaded is in the audit log. */
export function BatchFiles({ batch }: { batch: Batch }) {
  const t = useTranslations("batches.files");
  const format = useFormatter();
  const { id: workspaceId } = useShell().workspace;
  // What the spreadsheets of the language expect.
  const delimiter = useLocale() === "tr" ? ";" : ",";
  const [sheet, setSheet] = useState(1);
  const sheets = Math.ceil(batch.generated / qrSheetCodesMax);
  const skip = (sheet - 1) * qrSheetCodesMax;
  const labelOf = (kind: CodeFileFormat) =>
    kind === "qr" && sheets > 1
      ? t("sheetOf", {
          from: format.number(skip + 1),
          to: format.number(Math.min(batch.generated, skip + qrSheetCodesMax)),
        })
      : t(`formats.${kind}`);
  return (
    <Card title={t("title")}>
      <div className="flex flex-wrap items-end gap-2">
        {sheets > 1 ? (
          <Field className="order-last w-36" label={t("sheet", { count: format.number(sheets) })}>
            <NumberField
              value={sheet}
              min={1}
              max={sheets}
              onValueChange={(chosen) => setSheet(chosen ?? 1)}
            />
          </Field>
        ) : null}
        {codeFileFormats.map((kind) => (
          <a
            key={kind}
            href={codeFileHref(workspaceId, batch.id, {
              format: kind,
              ...(kind === "csv" ? { delimiter } : {}),
              ...(kind === "qr" ? { skip } : {}),
            })}
            download
            className={buttonVariants({ variant: "secondary" })}
          >
            <Download aria-hidden />
            {labelOf(kind)}
          </a>
        ))}
      </div>
      <p className="mt-3 text-muted-foreground text-sm">
        {t(sheets > 1 ? "helpSheets" : "help", { count: format.number(qrSheetCodesMax) })}
      </p>
    </Card>
  );
}
