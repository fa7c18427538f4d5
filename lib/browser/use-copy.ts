"use client";

import { useEffect, useState } from "react";

const shownMillis = 2_000;

/** Copies text and says so for two seconds. */
export function useCopy() {
  const [copiedAt, setCopiedAt] = useState<number>();

  useEffect(() => {
    if (copiedAt === undefined) return;
    const timer = setTimeout(() => setCopiedAt(undefined), shownMillis);
    return () => clearTimeout(timer);
  }, [copiedAt]);

  const copy = async (text: string) => {
    await writeClipboard(text);
    setCopiedAt(Date.now());
  };

  return { copied: copiedAt !== undefined, copy };
}

/** The clipboard API exists only on https and localhost; a plain-http install still has to copy. */
async function writeClipboard(text: string) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
