"use client";

import { useEffect, useEffectEvent } from "react";
import { AudienceBuilder } from "@/components/audience/audience-builder";
import { useShell } from "@/components/layout/shell-context";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";

export type AutomationAudienceProps = {
  filter: AudienceFilter;
  onChange: (filter: AudienceFilter) => void;
  onUnfinished: (isUnfinished: boolean) => void;
};

/** Says when it does not show what is stored; what was left unfinished is gone with it. */
export function AutomationAudience({ filter, onChange, onUnfinished }: AutomationAudienceProps) {
  const { slug } = useShell().workspace;
  const forget = useEffectEvent(() => onUnfinished(false));
  useEffect(() => () => forget(), []);
  return (
    <AudienceBuilder
      workspace={slug}
      filter={filter}
      onChange={(next) => {
        onUnfinished(next === undefined);
        if (next) onChange(next);
      }}
    />
  );
}
