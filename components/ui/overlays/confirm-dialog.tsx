"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactElement, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";

export type ConfirmDialogProps = {
  title: ReactNode;
  description: ReactNode;
  /** The act in words, with its object or number: "Delete 12 contacts". */
  confirmLabel: string;
  /** What it is refused for is told by the act itself: the dialog closes either way. */
  onConfirm: () => unknown;
  /** Where the act itself is to cancel something. */
  dismissLabel?: string;
  /** Text that must be typed first; only for what cannot be undone. */
  typedConfirmation?: string;
  danger?: boolean;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const [innerOpen, setInnerOpen] = useState(false);
  const open = props.open ?? innerOpen;
  const setOpen = (next: boolean) => {
    setInnerOpen(next);
    props.onOpenChange?.(next);
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      {props.trigger ? <AlertDialog.Trigger render={props.trigger} /> : null}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[18vh]">
          <AlertDialog.Popup className="w-full rounded-t-xl bg-popover shadow-lg outline-none transition-[scale,opacity] duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:max-w-md sm:rounded-xl sm:data-ending-style:scale-98 sm:data-starting-style:scale-98">
            <ConfirmForm {...props} close={() => setOpen(false)} />
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** A number is the same however its digits are grouped; any other text must be typed as it stands. */
const readingOf = (text: string): string =>
  /^[\d.,\s’']+$/.test(text) ? text.replace(/\D/g, "") : text.trim();

function ConfirmForm(props: ConfirmDialogProps & { close: () => void }) {
  const {
    title,
    description,
    confirmLabel,
    dismissLabel,
    onConfirm,
    typedConfirmation,
    danger = true,
    children,
    close,
  } = props;
  const t = useTranslations("ui");
  const inputRef = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (typedConfirmation && readingOf(typed) !== readingOf(typedConfirmation)) {
      setError(t("typeExactly", { text: typedConfirmation }));
      inputRef.current?.focus();
      return;
    }
    setPending(true);
    await Promise.allSettled([onConfirm()]);
    setPending(false);
    close();
  };

  return (
    <form onSubmit={handleSubmit}>
      <div className="flex flex-col gap-4 p-5">
        <div>
          <AlertDialog.Title className="font-semibold text-lg">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-muted-foreground text-sm">
            {description}
          </AlertDialog.Description>
        </div>
        {children}
        {typedConfirmation ? (
          <Field label={t("typeToConfirm", { text: typedConfirmation })} error={error}>
            <Input
              ref={inputRef}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
            />
          </Field>
        ) : null}
      </div>
      <footer className="flex flex-wrap justify-end gap-2 border-t bg-muted/50 px-5 py-3 sm:rounded-b-xl">
        <AlertDialog.Close render={<Button>{dismissLabel ?? t("cancel")}</Button>} />
        <Button type="submit" variant={danger ? "danger" : "primary"} loading={pending}>
          {confirmLabel}
        </Button>
      </footer>
    </form>
  );
}
