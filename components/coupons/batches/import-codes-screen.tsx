"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { jobOptions, jobsKey } from "@/components/jobs/api";
import { JobProgress } from "@/components/jobs/job-progress";
import { useJobFailure } from "@/components/jobs/job-words";
import { uploadFile } from "@/components/jobs/upload-file";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/display/card";
import { Callout } from "@/components/ui/feedback/callout";
import { Progress } from "@/components/ui/feedback/progress";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { FileDrop } from "@/components/ui/forms/file-drop";
import { callApi } from "@/lib/browser/api-client";
import { useLive } from "@/lib/browser/realtime/use-live";
import { checkCodeImportContract, commitCodeImportContract } from "@/lib/contracts/coupons/batch-codes";
import { batchesKey } from "./api";
import { batchHref } from "./batch-href";
import { ImportLists } from "./import-lists";
import { OfferField } from "./offer-field";

/** A file, what its check found, and only then the import. */
export function ImportCodesScreen() {
  const t = useTranslations("batches.import");
  const { slug } = useShell().workspace;
  const [share, setShare] = useState<number>();
  const [jobId, setJobId] = useState<string>();
  const upload = useMutation({
    mutationFn: (file: File) =>
      uploadFile(checkCodeImportContract, {
        ...{ workspace: slug, file, query: { fileName: file.name }, onProgress: setShare },
      }),
    onSuccess: (job) => setJobId(job.id),
    onError: (error) => toastRefusal(t("failed"), error),
    onSettled: () => setShare(undefined),
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumbs={[{ label: t("crumb"), href: hrefOf(slug, "coupons/batches") }]}
      />
      <div className="flex max-w-3xl flex-col gap-5">
        {jobId ? (
          <CheckedFile key={jobId} slug={slug} jobId={jobId} onAnother={() => setJobId(undefined)} />
        ) : share === undefined ? (
          <FileDrop
            label={t("drop")}
            hint={t("dropHint")}
            accept=".csv,.txt,text/csv,text/plain"
            onFiles={([file]) => file && upload.mutate(file)}
          />
        ) : (
          <Card>
            <Progress label={t("uploading")} value={share} max={1} />
          </Card>
        )}
      </div>
    </>
  );
}

type CheckedFileProps = { slug: string; jobId: string; onAnother: () => void };

function CheckedFile({ slug, jobId, onAnother }: CheckedFileProps) {
  const t = useTranslations("batches.import");
  const router = useRouter();
  const client = useQueryClient();
  const failureOf = useJobFailure();
  const { data: job } = useQuery(useLive(jobOptions(slug, jobId)));
  const [offerId, setOfferId] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const commit = useMutation({
    mutationFn: (offer: string) =>
      callApi(commitCodeImportContract, { workspace: slug, params: { jobId }, body: { offerId: offer } }),
    onSuccess: ({ batch }) => {
      void client.invalidateQueries({ queryKey: batchesKey(slug) });
      void client.invalidateQueries({ queryKey: jobsKey(slug) });
      router.push(batchHref(slug, batch.id));
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
  if (!job) return null;
  if (job.status === "failed" || job.status === "cancelled")
    return (
      <Callout
        tone="danger"
        title={job.status === "failed" ? failureOf(job) : t("cancelled")}
        actions={<Button onClick={onAnother}>{t("another")}</Button>}
      />
    );
  if (job.status !== "completed")
    return (
      <Card>
        <JobProgress workspace={slug} job={job} mayStop />
      </Card>
    );
  const valid = Number(job.result?.valid ?? 0);
  const submit = () => {
    setAsked(true);
    if (offerId) commit.mutate(offerId);
  };
  return (
    <>
      <ImportLists slug={slug} job={job} />
      {valid > 0 ? (
        <Card title={t("commitTitle", { count: valid })}>
          <div className="flex flex-col gap-4">
            <OfferField value={offerId} onValueChange={setOfferId} isMissing={isAsked && !offerId} />
            <div className="flex flex-wrap gap-2">
              <Button variant="primary" loading={commit.isPending} onClick={submit}>
                {t("commit", { count: valid })}
              </Button>
              <Button onClick={onAnother}>{t("another")}</Button>
            </div>
          </div>
        </Card>
      ) : (
        <Callout
          tone="warning"
          title={t("nothing")}
          actions={<Button onClick={onAnother}>{t("another")}</Button>}
        />
      )}
    </>
  );
}
