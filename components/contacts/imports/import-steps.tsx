import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

export const importSteps = ["file", "mapping", "rules", "check", "import"] as const;

export type ImportStep = (typeof importSteps)[number];

export function ImportSteps({ current }: { current: ImportStep }) {
  const t = useTranslations("contacts.import");
  const at = importSteps.indexOf(current);
  return (
    <ol aria-label={t("steps")} className="flex flex-wrap gap-x-5 gap-y-2 border-b pb-4 text-sm">
      {importSteps.map((step, position) => (
        <li
          key={step}
          aria-current={step === current ? "step" : undefined}
          className={cn(
            "flex items-center gap-2",
            step === current ? "font-medium text-foreground" : "text-muted-foreground",
          )}
        >
          <span
            aria-hidden
            className={cn(
              "flex size-5 items-center justify-center rounded-full border text-2xs tabular-nums",
              position < at && "border-success-line bg-success-subtle text-success",
              step === current && "border-brand-line bg-brand-subtle text-brand",
            )}
          >
            {position < at ? <Check className="size-3" /> : position + 1}
          </span>
          {t(`stepNames.${step}`)}
        </li>
      ))}
    </ol>
  );
}
