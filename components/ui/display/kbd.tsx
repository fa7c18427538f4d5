"use client";

import { cn } from "@/components/ui/cn";
import { useIsApple } from "@/lib/browser/use-is-apple";

const appleNames: Record<string, string> = { mod: "⌘", alt: "⌥", shift: "⇧", enter: "↵", esc: "Esc" };
const otherNames: Record<string, string> = {
  mod: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  enter: "↵",
  esc: "Esc",
};

export type KbdProps = {
  /** Keys pressed together joined by `+` ("mod+k"), in sequence by a space ("g c"). */
  keys: string;
  inverted?: boolean;
  className?: string;
};

export function Kbd({ keys, inverted = false, className }: KbdProps) {
  const names = useIsApple() ? appleNames : otherNames;
  const caps = keys.split(/[+ ]/).map((key) => names[key] ?? key.toUpperCase());
  return (
    <kbd className={cn("inline-flex gap-0.5 font-sans", className)}>
      {caps.map((cap) => (
        <span
          key={cap}
          className={cn(
            "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm px-1 font-medium text-2xs leading-none",
            inverted ? "bg-background/20" : "border bg-muted text-muted-foreground",
          )}
        >
          {cap}
        </span>
      ))}
    </kbd>
  );
}
