"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { Invariants } from "../api";

type Check = Invariants["checks"][number];

/** One thing that must always be true, and where it is not. */
export function InvariantRow({ check }: { check: Check }) {
  const t = useTranslations("redemptions.monitor");
  const format = useFormatter();
  const written = (text: string) => (/^\d+$/.test(text) ? format.number(Number(text)) : text);
  const { invariant, off, findings } = check;
  return (
    <li className="px-4 py-3 text-sm">
      <div className="flex items-start gap-2">
        {off === 0 ? (
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
        ) : (
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        )}
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t(`invariants.${invariant}`)}</p>
          <p className="text-muted-foreground text-xs">{t(`help.${invariant}`)}</p>
        </div>
        <span className={off === 0 ? "text-muted-foreground text-xs" : "font-medium text-danger text-xs"}>
          {off === 0 ? t("met") : t("off", { count: off })}
        </span>
      </div>
      {findings.length > 0 ? (
        <ul className="mt-2 ml-6 flex flex-col gap-1 text-xs">
          {findings.map((finding) => (
            <li key={Object.values(finding).join(" ")} className="break-words">
              <span className="font-medium">{finding.name || t("gone")}</span>
              {finding.subject ? <code className="ml-1.5 font-mono">{finding.subject}</code> : null}
              <span className="ml-1.5 text-muted-foreground">
                {t("finding", { seen: written(finding.seen), needed: written(finding.needed) })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
