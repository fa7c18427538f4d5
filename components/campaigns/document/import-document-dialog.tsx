"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { FileDrop } from "@/components/ui/forms/file-drop";
import { Textarea } from "@/components/ui/forms/textarea";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { ApiError } from "@/lib/browser/api-client";
import { toWireId } from "@/lib/contracts/wire/ids";
import { campaignEditHref } from "../campaign-href";
import { Complaints, DocumentOutcome } from "./document-outcome";
import { type MadeOfDocument, useDocumentImport } from "./use-document-import";

/** Pastes or drops a notification document, shows what it would become, and makes it. */
export function ImportDocumentDialog({ trigger }: { trigger: ReactElement }) {
  const t = useTranslations("campaigns.document");
  const router = useRouter();
  const { slug } = useShell().workspace;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const { look, create } = useDocumentImport(slug, (made) => {
    change(false);
    toast.success(t(`made.${made.kind}`, { name: made.name }));
    router.push(hrefOfMade(slug, made));
  });
  const write = (written: string) => {
    setText(written);
    look.reset();
    create.reset();
  };
  const change = (isOpen: boolean) => {
    setOpen(isOpen);
    if (!isOpen) write("");
  };
  const read = async (file: File) => {
    const written = await file.text();
    write(written);
    look.mutate(written);
  };
  const preview = look.data;
  return (
    <Dialog
      title={t("title")}
      description={t("description")}
      trigger={trigger}
      open={open}
      onOpenChange={change}
      width="lg"
      keepOpen={text !== ""}
      footer={
        <>
          <DialogClose render={<Button>{t("close")}</Button>} />
          {preview ? (
            <Button variant="primary" loading={create.isPending} onClick={() => create.mutate(text)}>
              {t(`create.${preview.kind}`)}
            </Button>
          ) : (
            <Button
              variant="primary"
              loading={look.isPending}
              disabled={text.trim() === ""}
              onClick={() => look.mutate(text)}
            >
              {t("look")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("text")} help={t("help")}>
          <Textarea
            rows={8}
            autoSize={false}
            spellCheck={false}
            className="max-h-72 font-mono text-xs"
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        </Field>
        {text === "" ? (
          <FileDrop
            label={t("file")}
            hint="JSON"
            accept=".json,application/json"
            onFiles={([file]) => file && void read(file)}
          />
        ) : null}
        {preview ? <DocumentOutcome preview={preview} /> : null}
        <Refusal error={create.error ?? look.error} />
      </div>
    </Dialog>
  );
}

function Refusal({ error }: { error: Error | null }) {
  const t = useTranslations("campaigns.document");
  if (!error) return null;
  const problem = error instanceof ApiError ? error.problem : undefined;
  const complaints = problem?.errors ?? [];
  return (
    <Callout tone="danger" announce title={t("refused")}>
      {complaints.length > 0 ? <Complaints complaints={complaints} /> : problem?.detail}
    </Callout>
  );
}

const hrefOfMade = (workspace: string, { id, automationId }: MadeOfDocument): string =>
  automationId === null
    ? campaignEditHref(workspace, id)
    : hrefOf(workspace, `automations/${toWireId("automation", automationId)}`);
