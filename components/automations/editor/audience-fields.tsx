"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAudienceCount } from "@/components/audience/api";
import { AudienceReach } from "@/components/audience/audience-reach";
import { useShell } from "@/components/layout/shell-context";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { type Definition, messageSteps } from "@/lib/domain/automations/definition";
import { AutomationAudience } from "./automation-audience";

export type AudienceFieldsProps = {
  definition: Definition;
  onChange: (audience: AudienceFilter) => void;
  onUnfinished: (isUnfinished: boolean) => void;
};

/** Who may come in. */
export function AudienceFields({ definition, onChange, onUnfinished }: AudienceFieldsProps) {
  const t = useTranslations("automations.audience");
  const { slug } = useShell().workspace;
  const [isUnfinished, setUnfinished] = useState(false);
  const [first] = messageSteps(definition);
  const count = useAudienceCount(slug, {
    filter: definition.audience,
    category: first?.category ?? "marketing",
  });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0">
        <p className="mb-2 text-muted-foreground text-sm">{t("help")}</p>
        <AutomationAudience
          filter={definition.audience}
          onChange={onChange}
          onUnfinished={(is) => {
            setUnfinished(is);
            onUnfinished(is);
          }}
        />
      </div>
      <AudienceReach
        count={count.data}
        isSettled={count.isSettled && !isUnfinished}
        channel={first?.channels[0] ?? "app_push"}
      />
    </div>
  );
}
