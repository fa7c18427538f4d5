"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Job } from "@/components/jobs/api";
import { hrefOf } from "@/components/layout/navigation";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { toWireId } from "@/lib/contracts/wire/ids";
import { hasEnded } from "@/lib/domain/jobs/job";
import { useContactActs } from "../api";
import { readCounts } from "./import-count-table";
import { useUndo } from "./undo/use-undo";

export type ImportActionsProps = {
  workspace: string;
  job: Job;
  /** What else can be done. */
  children?: ReactNode;
};

/** To the people an import made, and back to how it was before. */
export function ImportActions({ workspace, job, children }: ImportActionsProps) {
  const t = useTranslations("contacts.import");
  const mayWrite = useMay("contacts.write");
  if (!hasEnded(job.status) || job.dryRun) return null;
  const count = readCounts(job).created;
  return (
    <div className="flex flex-wrap gap-2">
      {count === 0 ? (
        <ButtonLink href={hrefOf(workspace, "contacts")}>{t("contacts")}</ButtonLink>
      ) : (
        <ButtonLink variant="primary" href={hrefOf(workspace, `contacts?import=${toWireId("job", job.id)}`)}>
          {t("showImported")}
        </ButtonLink>
      )}
      {children}
      {mayWrite && count > 0 ? <UndoImport workspace={workspace} job={job} count={count} /> : null}
    </div>
  );
}

type UndoProps = { workspace: string; job: Job; count: number };

/** One that was begun is followed; one that did not end well can be begun again. */
function UndoImport(props: UndoProps) {
  const t = useTranslations("contacts.import");
  const undo = useUndo(props.workspace, props.job);
  if (!undo || undo.state === "broken") return <UndoButton {...props} />;
  return <ButtonLink href={hrefOf(props.workspace, `jobs/${undo.job}`)}>{t("undoing")}</ButtonLink>;
}

function UndoButton({ workspace, job, count }: UndoProps) {
  const t = useTranslations("contacts.import");
  const { undoImport } = useContactActs(workspace);
  return (
    <ConfirmDialog
      trigger={<Button icon={<Undo2 />}>{t("undo")}</Button>}
      title={t("undoTitle", { count })}
      description={t("undoDescription")}
      confirmLabel={t("undoConfirm", { count })}
      onConfirm={() => undoImport.mutateAsync(job.id)}
    />
  );
}
