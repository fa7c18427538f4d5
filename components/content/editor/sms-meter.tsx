"use client";

import { useTranslations } from "next-intl";
import type { ContentPreviewResult } from "@/components/content/api";
import { Button } from "@/components/ui/actions/button";
import { Badge } from "@/components/ui/display/badge";
import { foldSmsSource } from "@/lib/domain/content/sms/fold-sms-text";
import { smsCharactersMax, smsUnitsOfThreeParts } from "@/lib/domain/content/sms/sms-segments";

type SmsMeterProps = {
  sms: NonNullable<ContentPreviewResult["sms"]>;
  source: string;
  onChange: (source: string) => void;
  disabled?: boolean | undefined;
};

/** Whether it is the writer's own letters that make it dearer. */
export const canFold = (sms: SmsMeterProps["sms"], source: string): boolean =>
  sms.encoding === "ucs2" && sms.foldedSegments < sms.segments && foldSmsSource(source) !== source;

/** What the SMS costs, and which characters make it dearer. */
export function SmsMeter({ sms, source, onChange, disabled }: SmsMeterProps) {
  const t = useTranslations("content.sms");
  const isUnicode = sms.encoding === "ucs2";
  return (
    <div className="flex flex-col gap-2 rounded-lg border bg-muted/50 px-3 py-2.5 text-xs">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={isUnicode ? "warning" : "neutral"}>{isUnicode ? "Unicode" : "GSM-7"}</Badge>
        <span className="font-medium text-sm">{t("segments", { count: sms.segments })}</span>
        <span className="text-muted-foreground tabular-nums">
          {t("units", { units: sms.units, capacity: sms.unitsPerSegment, left: sms.unitsLeft })}
        </span>
      </div>
      <p className="text-muted-foreground">
        {t("limits", {
          gsm: smsUnitsOfThreeParts.gsm7,
          unicode: smsUnitsOfThreeParts.ucs2,
          max: smsCharactersMax,
        })}
      </p>
      {isUnicode ? (
        <p className="flex flex-wrap items-center gap-1">
          {t("unicodeBecause")}
          {sms.unicodeCharacters.map(({ character, index }) => (
            <mark
              key={index}
              className="rounded-xs bg-warning-solid px-1 font-medium font-mono text-warning-foreground"
            >
              {character}
            </mark>
          ))}
        </p>
      ) : null}
      {canFold(sms, source) && !disabled ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm" onClick={() => onChange(foldSmsSource(source))}>
            {t("fold")}
          </Button>
          <span className="text-muted-foreground">
            {t("foldSaves", { from: sms.segments, to: sms.foldedSegments })}
          </span>
        </div>
      ) : null}
    </div>
  );
}
