"use client";

import { Download } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { Card } from "@/components/ui/display/card";
import { codeFileFormats, qrSheetCodesMax } from "@/lib/domain/coupons/batches/batch";
import type { Batch } from "./api";
import { codeFileHref } from "./batch-href";

/** The codes as files; what is downloaded is in the audit log. */
export function BatchFiles({ batch }: { batch: Batch }) {
  const t = useTranslations("batches.files");
  const format = useFormatter();
  const { id: workspaceId } = useShell().workspace;
  // What the spreadsheets of the language expect.
  const delimiter = useLocale() === "tr" ? ";" : ",";
  return (
    <Card title={t("title")}>
      <div className="flex flex-wrap gap-2">
        {codeFileFormats.map((kind) => (
          <a
            key={kind}
            href={codeFileHref(workspaceId, batch.id, {
              format: kind,
              ...(kind === "csv" ? { delimiter } : {}),
            })}
            download
            className={buttonVariants({ variant: "secondary" })}
          >
            <Download aria-hidden />
            {t(`formats.${kind}`)}
          </a>
        ))}
      </div>
      <p className="mt-3 text-muted-foreground text-sm">
        {t("help", { count: format.number(qrSheetCodesMax) })}
      </p>
    </Card>
  );
}
