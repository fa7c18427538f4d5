import { cn } from "@/components/ui/cn";

/** The sender's initial where an app icon would be. */
export function SenderMark({ sender, className }: { sender: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "flex size-9 shrink-0 items-center justify-center rounded-[22%] bg-brand-solid font-semibold text-base text-brand-foreground",
        className,
      )}
    >
      {[...sender][0]?.toUpperCase()}
    </span>
  );
}
