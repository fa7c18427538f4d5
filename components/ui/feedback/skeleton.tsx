import { cn } from "@/components/ui/cn";

/** A grey shape of what is coming; give it the size of the result. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn("block animate-pulse rounded-md bg-accent motion-reduce:animate-none", className)}
    />
  );
}
