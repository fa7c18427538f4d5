import { useFormatter, useTranslations } from "next-intl";
import type { Job } from "@/components/jobs/api";
import { cn } from "@/components/ui/cn";
import { type ImportCounts, noCounts } from "@/lib/domain/contacts/imports/import-options";

export const readCounts = (job: Pick<Job, "result">): ImportCounts => ({
  ...noCounts,
  ...(job.result as Partial<ImportCounts> | null),
});

const shown = ["created", "updated", "unchanged", "skipped", "duplicates", "invalid"] as const;

/** What became of the rows. Together they are all of them. */
export function ImportCountTable({ counts }: { counts: ImportCounts }) {
  const t = useTranslations("contacts.import.counts");
  const format = useFormatter();
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-border sm:grid-cols-3">
      {shown.map((name) => (
        <div key={name} className="flex flex-col gap-0.5 bg-card px-4 py-3">
          <dt className="text-muted-foreground text-xs">{t(name)}</dt>
          <dd
            className={cn(
              "font-semibold text-xl tabular-nums",
              name === "invalid" && counts.invalid > 0 && "text-danger",
            )}
          >
            {format.number(counts[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
