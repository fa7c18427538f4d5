"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useLive } from "@/lib/browser/realtime/use-live";
import { type Automation, type AutomationVersion, versionsOptions } from "../api";
import { StepSentence } from "../words/step-sentence";
import { useDefinitionWords } from "../words/use-definition-words";

export type VersionsDialogProps = { automation: Automation; isOpen: boolean; onClose: () => void };

/** What was published, and who is still on the way through it. */
export function VersionsDialog({ automation, isOpen, onClose }: VersionsDialogProps) {
  const t = useTranslations("automations.versions");
  return (
    <Dialog
      title={t("title")}
      description={t("description")}
      width="lg"
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Versions automation={automation} />
    </Dialog>
  );
}

function Versions({ automation }: { automation: Automation }) {
  const { slug } = useShell().workspace;
  const query = useQuery(useLive(versionsOptions(slug, automation.id)));
  if (query.isPending) return <Skeleton className="h-32 w-full" />;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />;
  return (
    <ol className="divide-y">
      {query.data.data.map((version) => (
        <Version key={version.number} version={version} isLive={version.number === automation.liveNumber} />
      ))}
    </ol>
  );
}

function Version({ version, isLive }: { version: AutomationVersion; isLive: boolean }) {
  const t = useTranslations("automations.versions");
  const words = useDefinitionWords();
  const { number, publishedAt, publishedBy, inside, definition } = version;
  return (
    <li className="py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t("number", { number })}</span>
        {isLive ? <Badge tone="success">{t("live")}</Badge> : null}
        {inside > 0 ? (
          <Badge tone={isLive ? "neutral" : "info"}>{t("inside", { count: inside })}</Badge>
        ) : null}
        <span className="text-muted-foreground sm:ml-auto">
          {publishedBy} · <DateTime value={publishedAt} />
        </span>
      </div>
      <details className="mt-1.5">
        <summary className="w-fit cursor-pointer rounded-sm text-muted-foreground text-xs">
          {t("show")}
        </summary>
        <p className="mt-2">{words.trigger(definition.trigger)}</p>
        <ol className="mt-1 list-decimal space-y-1 pl-5">
          {definition.steps.map((step) => (
            <li key={step.id}>
              <StepSentence step={step} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
