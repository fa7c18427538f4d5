"use client";

import { ImageOff } from "lucide-react";
import Image from "next/image";
import { useState } from "react";
import { cn } from "@/components/ui/cn";

export type PreviewImageProps = {
  src: string;
  /** Shown in place of a picture that cannot be loaded. */
  alt: string;
  className?: string;
};

export function PreviewImage({ src, alt, className }: PreviewImageProps) {
  const [brokenSrc, setBrokenSrc] = useState<string>();
  if (brokenSrc === src) {
    return (
      <span
        className={cn(
          "flex flex-col items-center justify-center gap-1 bg-muted p-1 text-center text-2xs text-muted-foreground",
          className,
        )}
      >
        <ImageOff aria-hidden className="size-4 shrink-0" />
        <span className="line-clamp-2">{alt}</span>
      </span>
    );
  }
  return (
    <Image
      src={src}
      alt={alt}
      width={640}
      height={320}
      unoptimized
      loading="lazy"
      referrerPolicy="no-referrer"
      onError={() => setBrokenSrc(src)}
      className={cn("object-cover", className)}
    />
  );
}
