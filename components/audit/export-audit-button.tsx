"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { fetchFile } from "@/lib/browser/api-client";
import { exportAuditEntriesContract } from "@/lib/contracts/audit";
import type { AuditQuery } from "./api";

export type ExportAuditButtonProps = { workspace: string; filter: AuditQuery };

/** Exports what the filters show. */
export function ExportAuditButton({ workspace, filter }: ExportAuditButtonProps) {
  const t = useTranslations("audit");
  const { q, actorId, action, since } = filter;
  const download = useMutation({
    mutationFn: async () => {
      const query = { q, actorId, action, since };
      saveFile(await fetchFile(exportAuditEntriesContract, { workspace, query }), "audit-log.csv");
    },
    onError: (error) => toastRefusal(t("exportFailed"), error),
  });
  return (
    <Button icon={<Download />} loading={download.isPending} onClick={() => download.mutate()}>
      {t("export")}
    </Button>
  );
}

function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
