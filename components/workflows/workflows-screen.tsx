"use client";

import { useQuery } from "@tanstack/react-query";
import { ListTree, Workflow as WorkflowIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { DateTime } from "@/components/ui/display/date-time";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { useDelayed } from "@/lib/browser/use-delayed";
import { figureHours } from "@/lib/domain/workflows/workflow";
import { workflowsOptions } from "./api";
import { WorkflowHelp } from "./workflow-help";
import { workflowRunsHref } from "./workflow-href";
import { WorkflowRow } from "./workflow-row";

/** What works in the background for the workspace, and how it does. */
export function WorkflowsScreen() {
  const t = useTranslations("workflows");
  const { slug } = useShell().workspace;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <ButtonLink href={workflowRunsHref(slug)} icon={<ListTree />}>
            {t("allRuns")}
          </ButtonLink>
        }
      />
      <div className="overflow-hidden rounded-lg border bg-card">
        <WorkflowList workspace={slug} />
      </div>
      <WorkflowHelp />
    </>
  );
}

function WorkflowList({ workspace }: { workspace: string }) {
  const t = useTranslations("workflows");
  const query = useQuery(workflowsOptions(workspace));
  const slow = useDelayed(query.isPending);
  if (query.isPending) return slow ? <ListSkeleton /> : <div className="h-80" />;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />;
  if (query.data.data.length === 0)
    return (
      <EmptyState
        icon={<WorkflowIcon aria-hidden />}
        title={t("emptyTitle")}
        description={t("emptyDescription")}
      />
    );
  const { since, data } = query.data;
  const isShort = data.some(({ hours }) => hours.length < figureHours);
  return (
    <>
      <ul className="divide-y">
        {data.map((workflow) => (
          <WorkflowRow key={workflow.id} workspace={workspace} workflow={workflow} />
        ))}
      </ul>
      {isShort ? (
        <p className="border-t p-4 text-muted-foreground text-xs">
          {t.rich("figuresSince", { since: () => <DateTime value={since} /> })}
        </p>
      ) : null}
    </>
  );
}

function ListSkeleton() {
  return (
    <div className="divide-y">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex items-center gap-6 p-4">
          <Skeleton className="h-9 w-56" />
          <Skeleton className="h-7 flex-1" />
          <Skeleton className="h-5 w-24" />
        </div>
      ))}
    </div>
  );
}
