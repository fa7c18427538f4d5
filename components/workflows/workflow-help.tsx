import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill } from "@/components/ui/display/status-pill";
import { workflowStatuses } from "@/lib/domain/workflows/workflow";
import { toneOfRun } from "./workflow-words";

/** What the words of these screens mean. */
export function WorkflowHelp() {
  const t = useTranslations("workflows");
  return (
    <details className="group mt-4 rounded-lg border bg-card text-sm">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-lg px-4 py-3 font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {t("help.title")}
      </summary>
      <div className="flex flex-col gap-3 border-t px-4 py-3.5 text-muted-foreground">
        <p>{t("help.runs")}</p>
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {workflowStatuses.map((status) => (
            <div key={status} className="flex items-start gap-3">
              <dt className="w-28 shrink-0">
                <StatusPill status={toneOfRun[status]}>{t(`statuses.${status}`)}</StatusPill>
              </dt>
              <dd>{t(`help.statuses.${status}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t("help.replay")}</p>
        <p>{t("help.kept")}</p>
      </div>
    </details>
  );
}
