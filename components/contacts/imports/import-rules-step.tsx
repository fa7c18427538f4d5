"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { Job } from "@/components/jobs/api";
import { uploadFile } from "@/components/jobs/upload-file";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Progress } from "@/components/ui/feedback/progress";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { detailOf } from "@/lib/browser/field-errors";
import { importContactsContract } from "@/lib/contracts/contacts/contact-imports";
import type { ConsentMode } from "@/lib/domain/workspaces/workspace";
import { ConsentAttestation } from "./consent-attestation";
import { consentHeadings, type ImportDraft, toQuery } from "./import-draft";

export type ImportRulesStepProps = {
  workspace: string;
  consentMode: ConsentMode;
  draft: ImportDraft;
  onDraft: (draft: ImportDraft) => void;
  onBack: () => void;
  onChecking: (job: Job) => void;
};

export function ImportRulesStep(props: ImportRulesStepProps) {
  const { workspace, consentMode, draft, onDraft, onBack, onChecking } = props;
  const t = useTranslations("contacts.import");
  const format = useFormatter();
  const [share, setShare] = useState(0);
  const [errors, setErrors] = useState<{ source?: string; channels?: string; country?: string }>({});
  const set = (change: Partial<ImportDraft>) => onDraft({ ...draft, ...change });
  const saying = consentHeadings(draft);
  const upload = useMutation({
    mutationFn: () =>
      uploadFile(importContactsContract, {
        workspace,
        file: draft.file,
        query: toQuery(draft),
        onProgress: setShare,
      }),
    onSuccess: onChecking,
  });
  const handleNext = () => {
    const found = {
      ...(draft.attests && !draft.consentSource.trim() ? { source: t("sourceRequired") } : {}),
      ...(draft.attests && draft.consentChannels.length === 0 ? { channels: t("channelsRequired") } : {}),
      ...(/^[A-Z]{2}$/.test(draft.country) ? {} : { country: t("countryWrong") }),
    };
    setErrors(found);
    if (Object.keys(found).length === 0) upload.mutate();
  };
  return (
    <div className="flex flex-col gap-6">
      <Field label={t("onExisting")}>
        <RadioGroup
          value={draft.onExisting}
          onValueChange={(onExisting) => set({ onExisting })}
          options={[
            { value: "update", label: t("update"), description: t("updateHelp") },
            { value: "skip", label: t("skip"), description: t("skipHelp") },
          ]}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("tags")} help={t("tagsHelp")} optional>
          <Input
            value={draft.tags}
            onChange={(event) => set({ tags: event.target.value })}
            autoComplete="off"
          />
        </Field>
        <Field
          label={t("country")}
          help={t("countryHelp")}
          {...(errors.country ? { error: errors.country } : {})}
        >
          <Input
            className="max-w-24"
            value={draft.country}
            maxLength={2}
            onChange={(event) => set({ country: event.target.value.toUpperCase() })}
            autoComplete="off"
          />
        </Field>
      </div>
      {saying.length > 0 ? (
        <Callout title={t(`consentMode.${consentMode}.mappedTitle`)}>
          {t(`consentMode.${consentMode}.mapped`, { columns: format.list(saying) })}
        </Callout>
      ) : (
        <Callout title={t(`consentMode.${consentMode}.title`)}>
          {t(`consentMode.${consentMode}.text`)}
        </Callout>
      )}
      <ConsentAttestation draft={draft} onChange={set} errors={errors} isForTheRest={saying.length > 0} />
      {upload.isError ? (
        <Callout tone="danger" announce title={detailOf(upload.error) || t("uploadFailed")} />
      ) : null}
      {upload.isPending ? (
        <Progress label={t("uploading")} value={share} max={1} detail={format.number(share, "percent")} />
      ) : null}
      <div className="flex justify-between gap-2">
        <Button onClick={onBack} disabled={upload.isPending}>
          {t("back")}
        </Button>
        <Button variant="primary" loading={upload.isPending} onClick={handleNext}>
          {t("check")}
        </Button>
      </div>
    </div>
  );
}
