"use client";

import { useTranslations } from "next-intl";
import { differencesOf } from "@/lib/domain/audit/audit-difference";
import type { AuditEntry } from "./api";

/** What was and what is, field by field; told by words and signs, not by colour alone. */
export function AuditDifferences({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("audit.diff");
  const differences = differencesOf(entry);
  if (differences.length === 0) return <p className="text-muted-foreground text-sm">{t("none")}</p>;
  return (
    <section>
      <h3 className="mb-2 font-semibold text-sm">{t("title")}</h3>
      <dl className="divide-y rounded-lg border text-sm">
        {differences.map(({ field, before, after }) => (
          <div key={field} className="p-3">
            <dt className="mb-1 font-mono text-muted-foreground text-xs">{field}</dt>
            {before === undefined ? null : (
              <dd className="rounded-sm bg-danger-subtle px-2 py-1">
                <Line sign="−" word={t("before")} value={before} />
              </dd>
            )}
            {after === undefined ? null : (
              <dd className="mt-0.5 rounded-sm bg-success-subtle px-2 py-1">
                <Line sign="+" word={t("after")} value={after} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

function Line({ sign, word, value }: { sign: string; word: string; value: unknown }) {
  return (
    <span className="flex gap-2 font-mono text-xs">
      <span aria-hidden>{sign}</span>
      <span className="sr-only">{word}: </span>
      <span className="min-w-0 whitespace-pre-wrap break-all">{written(value)}</span>
    </span>
  );
}

const written = (value: unknown): string =>
  typeof value === "string" ? value || "“”" : JSON.stringify(value, null, 2);
