"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { CornerClose } from "@/components/ui/overlays/corner-close";

const widths = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-2xl", xl: "max-w-4xl" };

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, right-aligned; `DialogClose` closes. */
  footer?: ReactNode;
  /** The element that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  width?: keyof typeof widths;
  /** A press outside is ignored, for forms whose text must not be lost. */
  keepOpen?: boolean;
};

export const DialogClose = BaseDialog.Close;

export function Dialog(props: DialogProps) {
  const { title, description, children, footer, trigger, open, onOpenChange, width = "md", keepOpen } = props;
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={keepOpen}>
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[12vh]">
          <BaseDialog.Popup
            className={cn(
              "relative flex max-h-[90dvh] w-full flex-col rounded-t-xl bg-popover shadow-lg outline-none sm:max-h-[76vh] sm:rounded-xl",
              "transition-[translate,scale,opacity] duration-150 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0",
              "max-sm:data-ending-style:translate-y-8 max-sm:data-starting-style:translate-y-8 sm:data-ending-style:scale-98 sm:data-starting-style:scale-98",
              widths[width],
              "max-sm:max-w-none",
            )}
          >
            <header className="pr-12 pl-5 pt-4 pb-3">
              <div className="min-w-0">
                <BaseDialog.Title className="font-semibold text-lg">{title}</BaseDialog.Title>
                {description ? (
                  <BaseDialog.Description className="mt-0.5 text-muted-foreground text-sm">
                    {description}
                  </BaseDialog.Description>
                ) : null}
              </div>
            </header>
            {children ? <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div> : null}
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t bg-muted/50 px-5 py-3 sm:rounded-b-xl">
                {footer}
              </footer>
            ) : null}
            <BaseDialog.Close render={<CornerClose />} />
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
