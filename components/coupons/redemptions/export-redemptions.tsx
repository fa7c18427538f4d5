"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ExportResult } from "@/components/jobs/export-result";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import type { exportRedemptionsContract } from "@/lib/contracts/coupons/ledger";
import type { BodyOf } from "@/lib/platform/http/contract";
import { useExportRedemptions } from "./api";

type Props = { workspace: string; filter: BodyOf<typeof exportRedemptionsContract>["filter"] };

/** What the list shows now as a file, made in the background. */
export function ExportRedemptions({ workspace, filter }: Props) {
  const t = useTranslations("redemptions.export");
  const delimiter = useLocale() === "tr" ? ";" : ",";
  const [open, setOpen] = useState(false);
  const [jobId, setJobId] = useState<string>();
  const start = useExportRedemptions(workspace);
  if (!useMay("coupons.export")) return null;
  const handleOpen = (next: boolean) => {
    setOpen(next);
    if (next) setJobId(undefined);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={handleOpen}
      trigger={<Button icon={<Download />}>{t("action")}</Button>}
      title={t("title")}
      description={t("description")}
    >
      {jobId ? (
        <ExportResult workspace={workspace} jobId={jobId} download={t("download")} leave={t("leave")} />
      ) : (
        <div className="flex justify-end gap-2">
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button
            variant="primary"
            loading={start.isPending}
            onClick={() => start.mutate({ filter, delimiter }, { onSuccess: ({ id }) => setJobId(id) })}
          >
            {t("start")}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
