"use client";

import { Ban, CircleCheck, MoreHorizontal, Pause, Play, Trash2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { toast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { type Batch, useBatchActs } from "./api";

type Props = { workspace: string; batch: Batch };

const isOpen = ({ status }: Batch): boolean =>
  status === "pending" || status === "generating" || status === "paused";

/** What can be done with a batch as it stands. */
export function BatchActions(props: Props) {
  return (
    <>
      {isOpen(props.batch) ? <StopButtons {...props} /> : null}
      <CodeMenu {...props} />
    </>
  );
}

function StopButtons({ workspace, batch }: Props) {
  const t = useTranslations("batches");
  const { hold, cancel } = useBatchActs(workspace);
  const [deleteCodes, setDeleteCodes] = useState(false);
  const action = batch.status === "paused" ? "resume" : "pause";
  return (
    <>
      <Button
        icon={action === "resume" ? <Play /> : <Pause />}
        loading={hold.isPending}
        onClick={() => hold.mutate({ batchId: batch.id, action })}
      >
        {t(action)}
      </Button>
      <ConfirmDialog
        danger
        trigger={<Button icon={<X />}>{t("cancel")}</Button>}
        title={t("cancelTitle")}
        description={t("cancelDescription", { count: batch.generated })}
        confirmLabel={t("cancelConfirm")}
        dismissLabel={t("keepGoing")}
        onConfirm={() => cancel.mutateAsync({ batchId: batch.id, deleteCodes })}
      >
        <Checkbox
          label={t("cancelDeletes")}
          description={t("cancelDeletesHelp")}
          checked={deleteCodes}
          onCheckedChange={setDeleteCodes}
        />
      </ConfirmDialog>
    </>
  );
}

function CodeMenu({ workspace, batch }: Props) {
  const t = useTranslations("batches");
  const format = useFormatter();
  const router = useRouter();
  const { changeCodes } = useBatchActs(workspace);
  const [asked, setAsked] = useState<"disable" | "delete">();
  const count = batch.generated;
  const change = (act: "disable" | "enable" | "delete") =>
    changeCodes.mutateAsync({ batchId: batch.id, act }).then(
      () => {
        toast.success(t(`changed.${act}`));
        if (act === "delete") router.push(hrefOf(workspace, "coupons/batches"));
      },
      () => undefined,
    );
  const dialog = (act: "disable" | "delete") => (
    <ConfirmDialog
      danger
      open={asked === act}
      onOpenChange={(open) => setAsked(open ? act : undefined)}
      title={t(`${act}Title`)}
      description={t(`${act}Description`, { count })}
      confirmLabel={t(`${act}Confirm`, { count })}
      onConfirm={() => change(act)}
      {...(act === "delete" ? { typedConfirmation: format.number(count) } : {})}
    />
  );
  return (
    <>
      <Menu trigger={<IconButton label={t("more")} icon={<MoreHorizontal />} />}>
        {batch.isDisabled ? (
          <MenuItem icon={<CircleCheck />} onClick={() => void change("enable")}>
            {t("enable")}
          </MenuItem>
        ) : (
          <MenuItem icon={<Ban />} onClick={() => setAsked("disable")}>
            {t("disable")}
          </MenuItem>
        )}
        <MenuItem icon={<Trash2 />} danger disabled={isOpen(batch)} onClick={() => setAsked("delete")}>
          {t("delete")}
        </MenuItem>
      </Menu>
      {dialog("disable")}
      {dialog("delete")}
    </>
  );
}
