"use client";

import { FileSpreadsheet } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { FileDrop } from "@/components/ui/forms/file-drop";
import { Select } from "@/components/ui/forms/select";
import { type Delimiter, type Encoding, encodings } from "@/lib/platform/csv/csv-dialect";
import { type ImportDraft, newDraft } from "./import-draft";
import { PreviewTable } from "./preview/preview-table";
import { type FileProblem, readPreview } from "./preview/read-preview";

export type ImportFileStepProps = {
  draft: ImportDraft | undefined;
  onDraft: (draft: ImportDraft) => void;
  onNext: () => void;
};

const delimiterNames: Record<Delimiter, "comma" | "semicolon" | "tab" | "bar"> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

export function ImportFileStep({ draft, onDraft, onNext }: ImportFileStepProps) {
  const t = useTranslations("contacts.import");
  const delimiterWords = useTranslations("contacts.export.delimiters");
  const format = useFormatter();
  const [problem, setProblem] = useState<FileProblem>();

  const look = async (file: File, chosen: { delimiter?: Delimiter; encoding?: Encoding } = {}) => {
    setProblem(undefined);
    const isWorkbook = /\.(xlsx?|numbers|ods)$/i.test(file.name);
    if (isWorkbook) return setProblem({ kind: "workbook" });
    const seen = await readPreview(file, chosen);
    if ("problem" in seen) return setProblem(seen.problem);
    onDraft(newDraft(file, seen, chosen.encoding));
  };

  const sentenceOf = (problem: FileProblem) =>
    t(`fileProblems.${problem.kind}`, { line: "line" in problem ? problem.line : 0 });

  return (
    <div className="flex flex-col gap-5">
      <FileDrop
        label={t("chooseFile")}
        hint={t("fileHint")}
        accept=".csv,.tsv,.txt,text/csv"
        onFiles={([file]) => file && void look(file)}
      />
      {problem ? <Callout tone="danger" announce title={sentenceOf(problem)} /> : null}
      {draft ? (
        <>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
            <p className="flex items-center gap-2 font-medium text-sm sm:h-8">
              <FileSpreadsheet aria-hidden className="size-4 text-muted-foreground" />
              {draft.file.name}
              <span className="font-normal text-muted-foreground">
                {format.number(draft.file.size / 1024, {
                  style: "unit",
                  unit: "kilobyte",
                  maximumFractionDigits: 0,
                })}
              </span>
            </p>
            <Field label={t("encoding")} className="w-52 max-sm:w-full">
              <Select<Encoding>
                value={draft.preview.encoding}
                onValueChange={(encoding) => void look(draft.file, { encoding })}
                options={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
              />
            </Field>
            <Field label={t("delimiter")} className="w-44 max-sm:w-full">
              <Select<Delimiter>
                value={draft.preview.delimiter}
                onValueChange={(delimiter) =>
                  void look(draft.file, {
                    delimiter,
                    ...(draft.encoding ? { encoding: draft.encoding } : {}),
                  })
                }
                options={([",", ";", "\t", "|"] as const).map((value) => ({
                  value,
                  label: delimiterWords(delimiterNames[value]),
                }))}
              />
            </Field>
          </div>
          <PreviewTable preview={draft.preview} />
          <div className="flex justify-end">
            <Button variant="primary" onClick={onNext}>
              {t("next")}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
