"use client";

import { Ban, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import type { TableSelection } from "@/components/ui/data-table/table-bulk-bar";
import type { BulkAct } from "../api";
import { BulkChangeDialog } from "./bulk-change-dialog";

export type CampaignBulkActionsProps = { workspace: string; selection: TableSelection };

export function CampaignBulkActions({ workspace, selection }: CampaignBulkActionsProps) {
  const t = useTranslations("campaigns.bulk");
  const maySend = useMay("campaigns.send");
  const [act, setAct] = useState<BulkAct | null>(null);
  return (
    <>
      {maySend ? (
        <Button icon={<Ban />} onClick={() => setAct("cancel")}>
          {t("cancel.open")}
        </Button>
      ) : null}
      <Button icon={<Trash2 />} variant="danger" onClick={() => setAct("delete")}>
        {t("delete.open")}
      </Button>
      {act ? (
        <BulkChangeDialog
          workspace={workspace}
          act={act}
          ids={selection.ids}
          onClose={() => setAct(null)}
          onDone={selection.clear}
        />
      ) : null}
    </>
  );
}
