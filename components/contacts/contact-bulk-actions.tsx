"use client";

import { Tag, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { Job } from "@/components/jobs/api";
import { Button } from "@/components/ui/actions/button";
import type { TableSelection } from "@/components/ui/data-table/table-bulk-bar";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { type SelectionBody, useContactActs } from "./api";
import { ExportDialog } from "./export-dialog";
import { TagDialog } from "./tag-dialog";

export type ContactBulkActionsProps = {
  workspace: string;
  selection: TableSelection;
  /** Of the list, for "all that match". */
  filter: NonNullable<SelectionBody["filter"]>;
  onStarted: (job: Job) => void;
};

export function ContactBulkActions(props: ContactBulkActionsProps) {
  const { workspace, selection, filter, onStarted } = props;
  const t = useTranslations("contacts.bulk");
  const format = useFormatter();
  const { removeMany } = useContactActs(workspace);
  const [tagging, setTagging] = useState(false);
  const { count } = selection;
  const chosen: SelectionBody = selection.allMatching ? { filter } : { contactIds: selection.ids };
  return (
    <>
      <Button icon={<Tag />} onClick={() => setTagging(true)}>
        {t("tag")}
      </Button>
      <ExportDialog workspace={workspace} selection={chosen} count={count} />
      <ConfirmDialog
        trigger={
          <Button icon={<Trash2 />} variant="danger">
            {t("delete")}
          </Button>
        }
        title={t("deleteTitle", { count })}
        description={t("deleteDescription")}
        confirmLabel={t("deleteConfirm", { count })}
        {...(count > 100 ? { typedConfirmation: format.number(count) } : {})}
        onConfirm={() => removeMany.mutateAsync(chosen).then(onStarted)}
      />
      {tagging ? (
        <TagDialog
          workspace={workspace}
          selection={chosen}
          count={count}
          onClose={() => setTagging(false)}
          onStarted={(job) => {
            setTagging(false);
            onStarted(job);
          }}
        />
      ) : null}
    </>
  );
}
