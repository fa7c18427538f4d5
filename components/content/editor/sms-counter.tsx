import { useFormatter, useTranslations } from "next-intl";
import type { ContentPreviewResult } from "@/components/content/api";
import { cn } from "@/components/ui/cn";
import { smsCeiling } from "@/lib/domain/content/sms/sms-ceiling";
import { smsSegments } from "@/lib/domain/content/sms/sms-segments";

type SmsCounterProps = {
  source: string;
  /** The text with its variables filled in, once the server has said. */
  sms: ContentPreviewResult["sms"] | undefined;
};

/** How much is written of what three parts hold in this encoding, and past the hard cap how much of that. */
export function SmsCounter({ source, sms }: SmsCounterProps) {
  const t = useTranslations("content.editor");
  const format = useFormatter();
  const { count, max, excess } = smsCeiling((source.includes("{") && sms) || smsSegments(source));
  const tone = { none: undefined, parts: "text-warning", cap: "text-danger" }[excess];
  return (
    <span className={cn("tabular-nums", tone)} title={t("countedRendered")}>
      {format.number(count)} / {format.number(max)}
    </span>
  );
}
