"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { FlaskRound, Play, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { runAutomationTestsContract } from "@/lib/contracts/automations/automation-tests";
import { mayDo } from "@/lib/domain/automations/automation";
import type { Step } from "@/lib/domain/automations/definition";
import { type Automation, type AutomationTest, testsOptions } from "../api";
import { TestCard } from "./test-card";
import { TestDialog } from "./test-dialog";

export type AutomationTestsProps = {
  automation: Automation;
  /** Of the open draft. */
  steps: readonly Step[];
  timeZone: string;
  /** Stores the open draft: tests run on what is stored. */
  onBeforeRun: () => Promise<boolean>;
};

/** These events at these times must give these messages: run on the draft, in no time. */
export function AutomationTests({ automation, steps, timeZone, onBeforeRun }: AutomationTestsProps) {
  const t = useTranslations("automations.tests");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("automations.write") && mayDo(automation.status, "edit");
  const query = useQuery(testsOptions(slug, automation.id));
  const [editing, setEditing] = useState<AutomationTest | "new" | null>(null);
  const run = useRun(slug, automation.id, onBeforeRun);
  const tests = query.data?.data ?? [];
  const add = (
    <Button
      variant={tests.length > 0 ? "secondary" : "primary"}
      icon={<Plus />}
      onClick={() => setEditing("new")}
    >
      {t("add")}
    </Button>
  );
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="min-w-0 flex-1 basis-72 text-muted-foreground text-sm">{t("help")}</p>
        {tests.length > 0 ? (
          <div className="flex flex-wrap gap-2">
            {mayWrite ? add : null}
            <Button variant="primary" icon={<Play />} loading={run.isPending} onClick={() => run.mutate()}>
              {t("runAll")}
            </Button>
          </div>
        ) : null}
      </div>
      {query.isPending ? <Skeleton className="h-32 w-full" /> : null}
      {query.isError ? <ErrorState onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && tests.length === 0 ? (
        <div className="rounded-lg border bg-card">
          <EmptyState
            icon={<FlaskRound aria-hidden />}
            title={t("empty")}
            description={t("emptyHelp")}
            actions={mayWrite ? add : null}
          />
        </div>
      ) : null}
      <ul className="flex flex-col gap-3 empty:hidden">
        {tests.map((test) => (
          <TestCard
            key={test.id}
            automationId={automation.id}
            test={test}
            steps={steps}
            outcome={run.data?.data.find(({ id }) => id === test.id)}
            onEdit={mayWrite ? () => setEditing(test) : undefined}
            onChanged={() => run.mutate()}
          />
        ))}
      </ul>
      {editing ? (
        <TestDialog
          automation={automation}
          steps={steps}
          timeZone={timeZone}
          test={editing === "new" ? undefined : editing}
          onClose={() => setEditing(null)}
          onSaved={() => run.mutate()}
        />
      ) : null}
    </div>
  );
}

function useRun(workspace: string, automationId: string, onBeforeRun: () => Promise<boolean>) {
  const t = useTranslations("automations.tests");
  return useMutation({
    mutationFn: async () => {
      if (!(await onBeforeRun())) throw new Error("unsaved");
      return callApi(runAutomationTestsContract, { workspace, params: { automationId } });
    },
    onSuccess: ({ data }) => {
      const failed = data.filter(({ passed }) => !passed).length;
      if (failed > 0) toast.warning(t("someFailed", { count: failed, total: data.length }));
      else toast.success(t("allPassed", { count: data.length }));
    },
    onError: (error) => toastRefusal(t("runFailed"), error),
  });
}
