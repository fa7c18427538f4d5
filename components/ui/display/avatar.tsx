"use client";

import { Avatar as BaseAvatar } from "@base-ui/react/avatar";
import { cn } from "@/components/ui/cn";

const sizes = { xs: "size-5 text-2xs", sm: "size-6 text-2xs", md: "size-8 text-xs", lg: "size-10 text-sm" };
const tints = [
  "bg-chart-1/10 text-channel-app-push",
  "bg-chart-2/10 text-channel-sms",
  "bg-chart-3/10 text-channel-email",
  "bg-chart-4/10 text-channel-in-app",
  "bg-chart-5/10 text-channel-web-push",
  "bg-chart-6/10 text-channel-whatsapp",
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
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("tr");
}

function tintOf(name: string): string {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return tints[sum % tints.length] ?? tints[0];
}
