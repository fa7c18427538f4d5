"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { CodeBlock } from "@/components/ui/display/code-block";
import type { WorkflowRunDetail } from "./api";

export type PayloadBlockProps = { title: string; payload: WorkflowRunDetail["input"] };

const linesShown = 14;
const charsShown = 1_200;

/** Its beginning, and the rest when it is asked for. */
export function PayloadBlock({ title, payload: { text, bytes, isCut } }: PayloadBlockProps) {
  const t = useTranslations("workflows");
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const beginning = text.split("\n").slice(0, linesShown).join("\n").slice(0, charsShown);
  const isLong = beginning.length < text.length;
  const size = format.number(Math.max(1, Math.round(bytes / 1_024)), { style: "unit", unit: "kilobyte" });
  return (
    <div className="min-w-0">
      <CodeBlock code={open || !isLong ? text : `${beginning}\n…`} title={title} wrap />
      {isLong ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-1"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t("showLess") : t("showMore", { size })}
        </Button>
      ) : null}
      {isCut && (open || !isLong) ? (
        <p className="mt-1 text-muted-foreground text-xs">{t("payloadCut", { size })}</p>
      ) : null}
    </div>
  );
}
