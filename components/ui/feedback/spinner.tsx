import { LoaderCircle } from "lucide-react";
import { cn } from "@/components/ui/cn";

/** Decorative: the element around it says what is loading. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn("size-4 animate-spin", className)} />;
}
