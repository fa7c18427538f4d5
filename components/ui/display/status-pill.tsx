import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePause,
  Clock,
  LoaderCircle,
} from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const statuses = {
  idle: { icon: CircleDashed, className: "bg-muted text-muted-foreground border-border" },
  waiting: { icon: Clock, className: "bg-info-subtle text-info border-info-line" },
  active: { icon: LoaderCircle, className: "bg-brand-subtle text-brand border-brand-line" },
  done: { icon: CircleCheck, className: "bg-success-subtle text-success border-success-line" },
  paused: { icon: CirclePause, className: "bg-warning-subtle text-warning border-warning-line" },
  failed: { icon: CircleAlert, className: "bg-danger-subtle text-danger border-danger-line" },
  stopped: { icon: CircleMinus, className: "bg-muted text-muted-foreground border-border" },
};

export type StatusTone = keyof typeof statuses;

export type StatusPillProps = {
  status: StatusTone;
  /** The state in the reader's language. */
  children: ReactNode;
  className?: string;
};

/** A state told three ways: icon, word and colour. */
export function StatusPill({ status, children, className }: StatusPillProps) {
  const { icon: Icon, className: toneClassName } = statuses[status];
  return (
    <span
      className={cn(
        "inline-flex h-5.5 shrink-0 align-middle items-center gap-1 whitespace-nowrap rounded-full border pr-2 pl-1.5 font-medium text-xs",
        toneClassName,
        className,
      )}
    >
      <Icon
        aria-hidden
        className={cn(
          "size-3.5",
          status === "active" && "animate-spin [animation-duration:2s] motion-reduce:animate-none",
        )}
      />
      {children}
    </span>
  );
}
