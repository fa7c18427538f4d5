"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf } from "@/lib/browser/field-errors";
import { type BulkAct, bulkOutlookOptions } from "../api";
import { type BulkChange, useBulkChange } from "./use-bulk-change";

export type BulkChangeDialogProps = {
  workspace: string;
  act: BulkAct;
  ids: string[];
  onClose: () => void;
  onDone: () => void;
};

const freelyChangedMax = 25;

/** Asks first, with the number that it is about and what stays as it is. */
export function BulkChangeDialog({ workspace, act, ids, onClose, onDone }: BulkChangeDialogProps) {
  const t = useTranslations("campaigns.bulk");
  const format = useFormatter();
  const change = useBulkChange(workspace, act);
  // Once the act is under way, looking again would find nothing left to do and say so for a moment.
  const outlook = useQuery({ ...bulkOutlookOptions(workspace, act, ids), enabled: change.isIdle });
  const { data } = outlook;
  if (!data || data.changed.length === 0) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={data ? t(`${act}.nothing`) : t(outlook.isError ? "failed" : "looking")}
        footer={<DialogClose render={<Button>{t("close")}</Button>} />}
      >
        {data ? <LeftOut rows={data.leftOut} /> : null}
        {outlook.isError ? (
          <ErrorState
            className="py-6"
            description={detailOf(outlook.error)}
            onRetry={() => void outlook.refetch()}
          />
        ) : null}
        {outlook.isPending ? <Skeleton className="h-12 w-full" /> : null}
      </Dialog>
    );
  }
  const count = data.changed.length;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`, { count })}
      description={t(`${act}.description`)}
      confirmLabel={t(`${act}.confirm`, { count })}
      {...(act === "cancel" ? { dismissLabel: t("cancel.keep", { count }) } : {})}
      {...(count > freelyChangedMax ? { typedConfirmation: format.number(count, "integer") } : {})}
      onConfirm={() => change.mutateAsync(ids).then(onDone)}
    >
      {data.leftOut.length > 0 ? <LeftOut rows={data.leftOut} /> : null}
    </ConfirmDialog>
  );
}

const namesMax = 3;

/** What stays as it is, reason by reason. */
function LeftOut({ rows }: { rows: BulkChange["leftOut"] }) {
  const t = useTranslations("campaigns");
  const format = useFormatter();
  const reasons = Map.groupBy(rows, ({ reason, status }) =>
    reason === "campaign_state" && status ? (`campaign_state.${status}` as const) : reason,
  );
  return (
    <Callout tone="warning" title={t("bulk.left", { count: rows.length })}>
      <ul className="mt-1.5 flex flex-col gap-1">
        {[...reasons].map(([reason, group]) => {
          const named = group.flatMap(({ name }) => (name === null ? [] : [name]));
          const more = named.length - namesMax;
          const shown = [...named.slice(0, namesMax), ...(more > 0 ? [t("bulk.more", { count: more })] : [])];
          const status = group[0]?.status;
          return (
            <li key={reason}>
              {t(`bulk.reasons.${reason.startsWith("campaign_state") ? "campaign_state" : reason}`, {
                count: group.length,
                status: status ? t(`statuses.${status}`) : "",
              })}
              {shown.length > 0 ? (
                <span className="block text-muted-foreground text-xs">{format.list(shown)}</span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Callout>
  );
}
