"use client";

import { Avatar as BaseAvatar } from "@base-ui/react/avatar";
import { cn } from "@/components/ui/cn";

const sizes = { xs: "size-5 text-2xs", sm: "size-6 text-2xs", md: "size-8 text-xs", lg: "size-10 text-sm" };
const tints = [
  "bg-brand-subtle text-brand",
  "bg-info-subtle text-info",
  "bg-success-subtle text-success",
  "bg-warning-subtle text-warning",
  "bg-danger-subtle text-danger",
] as const;

export type AvatarProps = {
  /** Gives the initials and the tint; decorative, so write the name beside it. */
  name: string;
  src?: string;
  size?: keyof typeof sizes;
  square?: boolean;
  className?: string;
};

export function Avatar({ name, src, size = "md", square, className }: AvatarProps) {
  return (
    <BaseAvatar.Root
      aria-hidden
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center overflow-hidden font-semibold",
        square ? "rounded-md" : "rounded-full",
        sizes[size],
        tintOf(name),
        className,
      )}
    >
      {src ? <BaseAvatar.Image src={src} alt="" className="size-full object-cover" /> : null}
      <BaseAvatar.Fallback>{initialsOf(name)}</BaseAvatar.Fallback>
    </BaseAvatar.Root>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last]
    .map((word) => firstLetterOf(word ?? ""))
    .join("")
    .toLocaleUpperCase("tr");
}

const letters = new Intl.Segmenter("tr");

function firstLetterOf(word: string): string {
  for (const { segment } of letters.segment(word)) return segment;
  return "";
}

function tintOf(name: string): string {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return tints[sum % tints.length] ?? tints[0];
}
