"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type Job, refusalsOptions } from "@/components/jobs/api";
import { useErrorFile } from "@/components/jobs/job-words";
import { buttonVariants } from "@/components/ui/actions/button-variants";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";
import { SmallTable } from "@/components/ui/display/small-table";

const lists = ["valid", "invalid", "duplicates", "existing"] as const;

/** How many rows can come in, how many cannot and for what, and the first of those. */
export function ImportLists({ slug, job }: { slug: string; job: Job }) {
  const t = useTranslations("batches.import");
  const words = useTranslations("jobs.refusals");
  const format = useFormatter();
  const refusals = useQuery({ ...refusalsOptions(slug, job.id), enabled: job.failed > 0 });
  const errorFile = useErrorFile()(job);
  return (
    <Card
      title={t("found")}
      actions={
        errorFile ? (
          <a href={errorFile} download className={buttonVariants({ variant: "secondary" })}>
            {t("errorFile")}
          </a>
        ) : null
      }
    >
      <DescriptionList
        layout="grid"
        items={lists.map((list) => ({
          term: t(`lists.${list}`),
          detail: (
            <span className="font-semibold text-lg">{format.number(Number(job.result?.[list] ?? 0))}</span>
          ),
        }))}
      />
      {refusals.data && refusals.data.length > 0 ? (
        <div className="mt-4">
          <SmallTable
            caption={t("firstRefused")}
            keyOf={({ line }) => String(line)}
            rows={refusals.data}
            columns={[
              { header: t("line"), cell: ({ line }) => format.number(line) },
              {
                header: t("code"),
                cell: ({ problems }) => <span className="break-all font-mono">{problems[0]?.value}</span>,
              },
              {
                header: t("reason"),
                cell: ({ problems }) => {
                  const reason = problems[0]?.reason ?? "";
                  return words.has(reason) ? words(reason) : reason;
                },
              },
            ]}
          />
        </div>
      ) : null}
    </Card>
  );
}
