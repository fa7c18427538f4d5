"use client";

import { useTranslations } from "next-intl";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { wireId } from "@/lib/contracts/wire/ids";
import type { ConsentMode } from "@/lib/domain/workspaces/workspace";
import { ImportChecking } from "./import-checking";
import type { ImportDraft } from "./import-draft";
import { ImportFileStep } from "./import-file-step";
import { ImportMappingStep } from "./import-mapping-step";
import { ImportResult } from "./import-result";
import { ImportRulesStep } from "./import-rules-step";
import { ImportSteps } from "./import-steps";

const job = wireId("job");

type Step = "file" | "mapping" | "rules";

/** File, columns, rules, dry run, progress, result. From the dry run on it lives in the URL and survives a reload. */
export function ImportScreen({ consentMode }: { consentMode: ConsentMode }) {
  const t = useTranslations("contacts.import");
  const { slug } = useShell().workspace;
  const [step, setStep] = useState<Step>("file");
  const [draft, setDraft] = useState<ImportDraft>();
  const [jobs, setJobs] = useQueryStates({ check: parseAsString, job: parseAsString }, { history: "push" });
  const checkId = idOf(jobs.check);
  const jobId = idOf(jobs.job);
  const current = jobId ? "import" : checkId ? "check" : step;

  const content = () => {
    if (jobId) return <ImportResult workspace={slug} jobId={jobId} />;
    if (checkId) {
      return (
        <ImportChecking
          workspace={slug}
          jobId={checkId}
          onBack={() => void setJobs({ check: null })}
          onStarted={(started) => {
            // Whoever comes back from here brings another file.
            setStep("file");
            setDraft(undefined);
            void setJobs({ job: job.encode(started.id) });
          }}
        />
      );
    }
    if (!draft || step === "file") {
      return <ImportFileStep draft={draft} onDraft={setDraft} onNext={() => setStep("mapping")} />;
    }
    if (step === "mapping") {
      return (
        <ImportMappingStep
          draft={draft}
          onDraft={setDraft}
          onBack={() => setStep("file")}
          onNext={() => setStep("rules")}
        />
      );
    }
    return (
      <ImportRulesStep
        workspace={slug}
        consentMode={consentMode}
        draft={draft}
        onDraft={setDraft}
        onBack={() => setStep("mapping")}
        onChecking={(started) => void setJobs({ check: job.encode(started.id) })}
      />
    );
  };

  return (
    <>
      <PageHeader title={t("title")} crumbs={[{ label: t("contacts"), href: hrefOf(slug, "contacts") }]} />
      <div className="flex max-w-6xl flex-col gap-6">
        <ImportSteps current={current} />
        {content()}
      </div>
    </>
  );
}

function idOf(text: string | null): string | undefined {
  const parsed = job.safeDecode(text ?? "");
  return parsed.success ? parsed.data : undefined;
}
