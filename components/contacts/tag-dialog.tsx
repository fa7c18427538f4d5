"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Job } from "@/components/jobs/api";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { MultiCombobox } from "@/components/ui/forms/multi-combobox";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf } from "@/lib/browser/field-errors";
import { contactFieldsOptions, type SelectionBody, useContactActs } from "./api";
import { splitTags } from "./split-tags";

export type TagDialogProps = {
  workspace: string;
  selection: SelectionBody;
  count: number;
  onClose: () => void;
  onStarted: (job: Job) => void;
};

export function TagDialog({ workspace, selection, count, onClose, onStarted }: TagDialogProps) {
  const t = useTranslations("contacts.bulk");
  const { tagMany } = useContactActs(workspace);
  const known = useQuery(contactFieldsOptions(workspace)).data?.tags ?? [];
  const [add, setAdd] = useState("");
  const [removed, setRemoved] = useState<string[]>([]);
  const [error, setError] = useState<string>();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const addTags = splitTags(add);
    if (addTags.length === 0 && removed.length === 0) return setError(t("tagRequired"));
    tagMany.mutate({ ...selection, addTags, removeTags: removed }, { onSuccess: onStarted });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("tagTitle", { count })}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button type="submit" form="tag-form" variant="primary" loading={tagMany.isPending}>
            {t("tagConfirm")}
          </Button>
        </>
      }
    >
      <form id="tag-form" onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
        {tagMany.isError ? (
          <Callout tone="danger" announce title={detailOf(tagMany.error) ?? t("failed")} />
        ) : null}
        <Field label={t("addTags")} help={t("addTagsHelp")} {...(error ? { error } : {})}>
          <Input value={add} onChange={(event) => setAdd(event.target.value)} autoComplete="off" />
        </Field>
        {known.length > 0 ? (
          <Field label={t("removeTags")} optional>
            <MultiCombobox
              options={known.map((value) => ({ value, label: value }))}
              value={removed}
              onValueChange={setRemoved}
            />
          </Field>
        ) : null}
      </form>
    </Dialog>
  );
}
