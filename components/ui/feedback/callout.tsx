import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const tones = {
  info: { icon: Info, className: "border-info-line bg-info-subtle", iconClassName: "text-info" },
  success: {
    icon: CircleCheck,
    className: "border-success-line bg-success-subtle",
    iconClassName: "text-success",
  },
  warning: {
    icon: TriangleAlert,
    className: "border-warning-line bg-warning-subtle",
    iconClassName: "text-warning",
  },
  danger: {
    icon: CircleAlert,
    className: "border-danger-line bg-danger-subtle",
    iconClassName: "text-danger",
  },
};

export type CalloutProps = {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out when it appears after a person's act. */
  announce?: boolean;
  className?: string;
};

export function Callout({ tone = "info", title, children, actions, announce, className }: CalloutProps) {
  const { icon: Icon, className: toneClassName, iconClassName } = tones[tone];
  return (
    <div
      role={announce ? (tone === "danger" ? "alert" : "status") : undefined}
      className={cn("flex gap-2.5 rounded-lg border px-3.5 py-3 text-sm", toneClassName, className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", iconClassName)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-muted-foreground [&_a]:underline">{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
