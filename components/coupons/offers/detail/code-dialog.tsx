"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { ContactPicker, type PickedContact } from "@/components/contacts/contact-picker";
import { useShell } from "@/components/layout/shell-context";
import { useFirstInvalidFocus } from "@/components/providers/use-first-invalid-focus";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { fieldErrorsOf } from "@/lib/browser/field-errors";
import { foldCode } from "@/lib/domain/coupons/codes/fold-code";
import type { CouponCode } from "../api";
import { useCodeActs } from "./use-code-acts";

export type CodeDialogProps = {
  offerId: string;
  /** Whose is asked; a new one is made without it. */
  code: CouponCode | undefined;
  onClose: () => void;
};

const choices = ["random", "own"] as const;

/** Makes a code, or says whose one is. */
export function CodeDialog({ offerId, code, onClose }: CodeDialogProps) {
  const t = useTranslations("offers.codes");
  const ui = useTranslations("ui");
  const { slug } = useShell().workspace;
  const { add, change } = useCodeActs(slug, offerId);
  const [choice, setChoice] = useState<(typeof choices)[number]>("own");
  const [text, setText] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [contact, setContact] = useState<PickedContact | null>(() =>
    code?.contactId ? { id: code.contactId, name: code.contactName ?? "" } : null,
  );
  const form = useRef<HTMLFormElement>(null);
  useFirstInvalidFocus(form, add.error);
  const isUnusable = isTried && choice === "own" && foldCode(text) === undefined;
  const error = isUnusable ? t("unusable") : fieldErrorsOf(add.error).code?.detail;
  const isPending = add.isPending || change.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (isPending) return;
    const contactId = contact?.id ?? null;
    if (code) change.mutate({ code: code.code, contactId }, { onSuccess: onClose });
    else if (choice === "random") add.mutate({ contactId }, { onSuccess: onClose });
    else if (foldCode(text) !== undefined) add.mutate({ code: text, contactId }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      keepOpen
      onOpenChange={(open) => !open && onClose()}
      title={code ? t("assignTitle", { code: code.code }) : t("newTitle")}
      footer={
        <>
          <DialogClose render={<Button>{ui("cancel")}</Button>} />
          <Button type="submit" form="code-form" variant="primary" loading={isPending}>
            {t(code ? "assignSubmit" : "submit")}
          </Button>
        </>
      }
    >
      <form id="code-form" ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {code ? null : (
          <>
            <RadioGroup
              aria-label={t("choice")}
              value={choice}
              onValueChange={setChoice}
              options={choices.map((value) => ({
                value,
                label: t(`choices.${value}`),
                description: t(`choiceHelp.${value}`),
              }))}
            />
            {choice === "own" ? (
              <Field label={t("code")} help={t("codeHelp")} {...(error ? { error } : {})}>
                <Input
                  className="font-mono"
                  value={text}
                  autoComplete="off"
                  spellCheck={false}
                  placeholder="BAHAR-20"
                  onChange={(event) => setText(event.target.value)}
                />
              </Field>
            ) : null}
          </>
        )}
        <ContactPicker
          workspace={slug}
          value={contact}
          onChange={setContact}
          label={t("holder")}
          help={t("holderHelp")}
        />
      </form>
    </Dialog>
  );
}
