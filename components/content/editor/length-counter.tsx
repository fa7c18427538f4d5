import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { countGraphemes } from "@/lib/domain/content/graphemes";

type LengthCounterProps = {
  source: string;
  /** After rendering, when the server has said; exact for a text without variables anyway. */
  rendered: number | undefined;
  max: number;
  advised?: number | undefined;
};

export function LengthCounter({ source, rendered, max, advised }: LengthCounterProps) {
  const t = useTranslations("content.editor");
  const format = useFormatter();
  const count = source.includes("{") && rendered !== undefined ? rendered : countGraphemes(source);
  const tone = count > max ? "text-danger" : advised && count > advised ? "text-warning" : undefined;
  return (
    <span className={cn("tabular-nums", tone)} title={t("countedRendered")}>
      {format.number(count)} / {format.number(max)}
    </span>
  );
}
