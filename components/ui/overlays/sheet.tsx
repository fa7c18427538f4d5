"use client";

import { Drawer } from "@base-ui/react/drawer";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { CornerClose } from "@/components/ui/overlays/corner-close";

const placements = {
  right:
    "inset-y-0 right-0 h-full w-full sm:max-w-lg sm:border-l translate-x-(--drawer-swipe-movement-x) data-ending-style:translate-x-full data-starting-style:translate-x-full",
  left: "inset-y-0 left-0 h-full w-72 max-w-[85vw] border-r translate-x-(--drawer-swipe-movement-x) data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
  bottom:
    "inset-x-0 bottom-0 max-h-[88dvh] w-full rounded-t-xl translate-y-(--drawer-swipe-movement-y) data-ending-style:translate-y-full data-starting-style:translate-y-full",
};

const swipes = { right: "right", left: "left", bottom: "down" } as const;

export type SheetProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: keyof typeof placements;
  /** The title is read out but not drawn; the content brings its own header. */
  bare?: boolean;
  className?: string;
};

/** A panel from the edge: details beside a list, filters on a phone. Swipe, Esc or outside press closes. */
export function Sheet(props: SheetProps) {
  const {
    title,
    description,
    children,
    footer,
    trigger,
    open,
    onOpenChange,
    side = "right",
    bare,
    className,
  } = props;
  const t = useTranslations("ui");
  return (
    <Drawer.Root open={open} onOpenChange={onOpenChange} swipeDirection={swipes[side]}>
      {trigger ? <Drawer.Trigger render={trigger} /> : null}
      <Drawer.Portal>
        <Drawer.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Drawer.Viewport className="fixed inset-0 z-50">
          <Drawer.Popup
            className={cn(
              "fixed flex flex-col bg-popover shadow-lg outline-none transition-[translate] duration-200 ease-out data-swiping:duration-0",
              placements[side],
              className,
            )}
          >
            {bare ? <Drawer.Title className="sr-only">{title}</Drawer.Title> : null}
            {bare ? null : (
              <header className="border-b pr-12 pl-5 py-3.5">
                <div className="min-w-0">
                  <Drawer.Title className="font-semibold text-lg">{title}</Drawer.Title>
                  {description ? (
                    <Drawer.Description className="text-muted-foreground text-sm">
                      {description}
                    </Drawer.Description>
                  ) : null}
                </div>
              </header>
            )}
            <Drawer.Content
              className={cn("min-h-0 flex-1 overflow-y-auto overscroll-contain", !bare && "p-5")}
            >
              {children}
            </Drawer.Content>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>
            ) : null}
            {bare ? (
              <Drawer.Close className="sr-only">{t("close")}</Drawer.Close>
            ) : (
              <Drawer.Close render={<CornerClose />} />
            )}
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
