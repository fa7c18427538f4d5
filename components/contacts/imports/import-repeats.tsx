import { useTranslations } from "next-intl";
import type { Job } from "@/components/jobs/api";
import { Callout } from "@/components/ui/feedback/callout";
import type { ImportOutcome, ImportRepeat } from "@/lib/domain/contacts/imports/import-options";

const shownMax = 10;

/** Which rows are about somebody whom an earlier row was about, and what became of their values. */
export function ImportRepeats({ job }: { job: Pick<Job, "result"> }) {
  const t = useTranslations("contacts.import.repeats");
  const { repeats = [], duplicates = 0 } = (job.result ?? {}) as Partial<ImportOutcome>;
  if (repeats.length === 0) return null;
  const shown = repeats.slice(0, shownMax);
  return (
    <Callout tone="warning" title={t("title", { count: duplicates })}>
      <ul className="mt-1.5 list-disc space-y-0.5 pl-4">
        {shown.map((repeat) => (
          <li key={repeat.line}>{sentenceOf(t, repeat)}</li>
        ))}
      </ul>
      {duplicates > shown.length ? (
        <p className="mt-1">{t("more", { count: duplicates - shown.length })}</p>
      ) : null}
    </Callout>
  );
}

function sentenceOf(
  t: ReturnType<typeof useTranslations<"contacts.import.repeats">>,
  { line, of, by, applied }: ImportRepeat,
): string {
  const values = { line, of: of ?? 0, known: of === null ? "no" : "yes" };
  return `${t(by, values)} ${t(applied ? "applied" : "left")}`;
}
