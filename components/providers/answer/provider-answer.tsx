import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useAnswerWords } from "./use-answer-words";

export type ProviderAnswerProps = { raw: string; className?: string };

/** What went wrong in words, and beneath what the provider said itself. */
export function ProviderAnswer({ raw, className }: ProviderAnswerProps) {
  const t = useTranslations("providers");
  const words = useAnswerWords()(raw);
  return (
    <span className={cn("flex flex-col gap-0.5", className)}>
      <span>{words ?? t("answerUnknown")}</span>
      <span className="wrap-anywhere font-mono text-muted-foreground text-xs">{raw}</span>
    </span>
  );
}
