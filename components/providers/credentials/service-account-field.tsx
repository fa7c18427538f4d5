"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { FileDrop } from "@/components/ui/forms/file-drop";
import { Textarea } from "@/components/ui/forms/textarea";
import { checkServiceAccount } from "./check-service-account";

const fileBytesMax = 20_000;

export type ServiceAccountFieldProps = {
  value: string;
  onValueChange: (value: string) => void;
  /** What the server refused; the check here has seen nothing wrong then. */
  error?: string | undefined;
};

/** Drop the file of the Firebase console, or paste it; a first check follows at once. */
export function ServiceAccountField({ value, onValueChange, error }: ServiceAccountFieldProps) {
  const t = useTranslations("providers.serviceAccount");
  const [tooLarge, setTooLarge] = useState(false);
  const check = checkServiceAccount(value);
  const problem = check.kind === "unusable" ? t(`problems.${check.problem}`, { field: check.field }) : error;
  const readFile = async ([file]: File[]) => {
    if (!file) return;
    setTooLarge(file.size > fileBytesMax);
    if (file.size <= fileBytesMax) onValueChange(await file.text());
  };
  const complaint = tooLarge ? t("tooLarge") : problem;
  return (
    <div className="flex flex-col gap-3">
      <FileDrop label={t("file")} hint={t("fileHint")} accept=".json,application/json" onFiles={readFile} />
      <Field label={t("paste")} help={t("where")} {...(complaint ? { error: complaint } : {})}>
        <Textarea
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          rows={5}
          autoSize={false}
          spellCheck={false}
          autoComplete="off"
          className="max-h-60 font-mono text-xs"
          placeholder={'{\n  "type": "service_account",\n  "project_id": "…"\n}'}
        />
      </Field>
      {check.kind === "usable" && !complaint ? (
        <Callout tone="success" announce title={t("recognised", { project: check.projectId })}>
          <span className="break-all">{check.clientEmail}</span>
        </Callout>
      ) : null}
    </div>
  );
}
