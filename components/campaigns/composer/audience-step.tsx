"use client";

import { useTranslations } from "next-intl";
import type { AudienceCount } from "@/components/audience/api";
import { AudienceBuilder } from "@/components/audience/audience-builder";
import { AudienceReach } from "@/components/audience/audience-reach";
import { useShell } from "@/components/layout/shell-context";
import type { OpenDraft } from "./use-draft-store";

export type AudienceStepProps = {
  open: OpenDraft;
  count: AudienceCount | undefined;
  isSettled: boolean;
  onUnfinished: (isUnfinished: boolean) => void;
};

export function AudienceStep({ open, count, isSettled, onUnfinished }: AudienceStepProps) {
  const t = useTranslations("campaigns.audience");
  const { slug } = useShell().workspace;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-label={t("title")} className="min-w-0">
        <h2 className="font-semibold text-base">{t("title")}</h2>
        <p className="mb-2 text-muted-foreground text-sm">{t("description")}</p>
        <AudienceBuilder
          workspace={slug}
          filter={open.draft.filter}
          onChange={(filter) => {
            onUnfinished(filter === undefined);
            if (filter) open.change({ filter });
          }}
        />
      </section>
      <div className="lg:sticky lg:top-4">
        <AudienceReach count={count} isSettled={isSettled} channel={open.draft.channelType} />
      </div>
    </div>
  );
}
