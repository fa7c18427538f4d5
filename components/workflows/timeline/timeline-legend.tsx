import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { fillOf } from "./segment-fill";

const kinds = ["work", "failed", "wait", "queue"] as const;

export function TimelineLegend() {
  const t = useTranslations("workflows.timeline.legend");
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-muted-foreground text-xs">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <span aria-hidden className={cn("h-2.5 w-4 rounded-xs", fillOf[kind])} />
          {t(kind)}
        </li>
      ))}
    </ul>
  );
}
