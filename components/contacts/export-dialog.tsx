"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Job } from "@/components/jobs/api";
import { ExportResult } from "@/components/jobs/export-result";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf } from "@/lib/browser/field-errors";
import { marketingConsentColumns } from "@/lib/domain/contacts/consent-column";
import { type ExportColumn, exportColumns } from "@/lib/domain/contacts/exports/export-column";
import type { Delimiter } from "@/lib/platform/csv/csv-dialect";
import { contactFieldsOptions, type SelectionBody, useContactActs } from "./api";
import { useTargetName } from "./use-target-name";

export type ExportDialogProps = { workspace: string; selection: SelectionBody; count: number | null };

/** Columns and delimiter, then the progress and the file, all in one place. */
export function ExportDialog({ workspace, selection, count }: ExportDialogProps) {
  const t = useTranslations("contacts.export");
  const [open, setOpen] = useState(false);
  const [started, setStarted] = useState<Job>();
  if (!useMay("contacts.export")) return null;
  const handleOpen = (next: boolean) => {
    setOpen(next);
    if (next) setStarted(undefined);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={handleOpen}
      trigger={<Button icon={<Download />}>{t("action")}</Button>}
      title={t("title", { count: count ?? 0 })}
      description={t("description")}
    >
      {started ? (
        <ExportResult workspace={workspace} jobId={started.id} download={t("download")} leave={t("leave")} />
      ) : (
        <ExportForm workspace={workspace} selection={selection} onStarted={setStarted} />
      )}
    </Dialog>
  );
}

type FormProps = { workspace: string; selection: SelectionBody; onStarted: (job: Job) => void };

function ExportForm({ workspace, selection, onStarted }: FormProps) {
  const t = useTranslations("contacts.export");
  const { exportMany } = useContactActs(workspace);
  const attributes = useQuery(contactFieldsOptions(workspace)).data?.attributes ?? [];
  const [columns, setColumns] = useState<ExportColumn[]>([...exportColumns]);
  const [delimiter, setDelimiter] = useState<Delimiter>(useLocale() === "tr" ? ";" : ",");
  const [isGuarded, setIsGuarded] = useState(true);
  const offered: ExportColumn[] = [
    ...exportColumns,
    ...marketingConsentColumns,
    ...attributes.map((name) => `attributes.${name}` as const),
  ];
  const toggle = (column: ExportColumn, on: boolean) =>
    setColumns(
      on
        ? offered.filter((one) => one === column || columns.includes(one))
        : columns.filter((one) => one !== column),
    );
  return (
    <div className="flex flex-col gap-5">
      {exportMany.isError ? (
        <Callout tone="danger" announce title={detailOf(exportMany.error) ?? t("failed")} />
      ) : null}
      <fieldset>
        <legend className="mb-2 font-medium text-sm">{t("columns")}</legend>
        <div className="grid max-h-64 gap-x-4 gap-y-1.5 overflow-y-auto rounded-lg border p-3 sm:grid-cols-2">
          {offered.map((column) => (
            <Checkbox
              key={column}
              label={<ColumnName column={column} />}
              checked={columns.includes(column)}
              onCheckedChange={(on) => toggle(column, on)}
            />
          ))}
        </div>
      </fieldset>
      <Field label={t("delimiter")} help={t("delimiterHelp")}>
        <Select<Delimiter>
          value={delimiter}
          onValueChange={setDelimiter}
          options={([",", ";", "\t", "|"] as const).map((value) => ({
            value,
            label: t(`delimiters.${nameOf[value]}`),
          }))}
        />
      </Field>
      <Checkbox
        label={t("formulas")}
        description={t("formulasHelp")}
        checked={isGuarded}
        onCheckedChange={setIsGuarded}
      />
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>{t("cancel")}</Button>} />
        <Button
          variant="primary"
          loading={exportMany.isPending}
          onClick={() =>
            columns.length > 0 &&
            exportMany.mutate(
              { ...selection, columns, delimiter, formulas: isGuarded ? "guarded" : "plain" },
              { onSuccess: onStarted },
            )
          }
        >
          {t("start")}
        </Button>
      </div>
    </div>
  );
}

const nameOf: Record<Delimiter, "comma" | "semicolon" | "tab" | "bar"> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

function ColumnName({ column }: { column: ExportColumn }) {
  const nameOf = useTargetName();
  if (column.startsWith("attributes.")) return <code className="font-mono text-xs">{column}</code>;
  return nameOf(column);
}
