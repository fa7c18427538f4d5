"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { cn } from "@/components/ui/cn";
import { toastManager } from "@/components/ui/feedback/toast";

const icons: Record<string, typeof Info> = {
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};
const iconStyles: Record<string, string> = {
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
};

/** Mounted once in the root layout; `toast` adds to it from anywhere. */
export function Toaster() {
  const t = useTranslations("ui");
  return (
    <Toast.Provider toastManager={toastManager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t("toasts")}
          className="fixed right-4 bottom-4 z-70 flex w-[calc(100vw-2rem)] flex-col gap-2 sm:w-92"
        >
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const t = useTranslations("ui");
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => {
    const Icon = icons[item.type ?? ""] ?? Info;
    return (
      <Toast.Root
        key={item.id}
        toast={item}
        // Urgent ones are announced by a live region; hidden besides, their buttons could be focused and not heard.
        role="dialog"
        aria-hidden={undefined}
        className={cn(
          "translate-x-(--toast-swipe-movement-x) rounded-lg bg-popover text-sm shadow-lg transition-[translate,opacity] duration-200 ease-out",
          "data-ending-style:translate-y-2 data-starting-style:translate-y-3 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0",
        )}
      >
        <Toast.Content className="flex items-start gap-2.5 p-3">
          <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0 text-info", iconStyles[item.type ?? ""])} />
          <div className="min-w-0 flex-1">
            <Toast.Title className="font-medium" />
            <Toast.Description className="text-muted-foreground" />
          </div>
          <Toast.Action className={cn(buttonVariants({ size: "sm" }), "-my-0.5")} />
          <Toast.Close
            aria-label={t("dismiss")}
            aria-hidden={undefined}
            className="-m-0.5 flex size-6 shrink-0 items-center justify-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground"
          >
            <X aria-hidden className="size-3.5" />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}
