"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { FormSection } from "@/components/ui/forms/form-section";
import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";
import { capsMax } from "@/lib/domain/timing/sending-rules";
import { useTimingWords } from "../use-timing-words";
import { CapDialog } from "./cap-dialog";
import { newCap } from "./new-cap";
import { type RulesSectionProps, useRulesChange } from "./use-rules-change";

/** How much is enough; each change counts at once. */
export function CapsSection({ workspace, mayChange }: RulesSectionProps) {
  const t = useTranslations("timing.rules.caps");
  const words = useTimingWords();
  const { save, isSaving } = useRulesChange(workspace);
  const [caps, setCaps] = useState(workspace.sendingRules.caps);
  const [edited, setEdited] = useState<FrequencyCap | null>(null);
  const store = async (next: FrequencyCap[], told: Parameters<typeof save>[1]) => {
    const isStored = await save({ caps: next }, told);
    if (isStored) setCaps(next);
    return isStored;
  };
  const put = (cap: FrequencyCap) => {
    const isNew = caps.every(({ id }) => id !== cap.id);
    const next = isNew ? [...caps, cap] : caps.map((other) => (other.id === cap.id ? cap : other));
    return store(next, { title: t(isNew ? "added" : "changed") });
  };
  const remove = (cap: FrequencyCap) =>
    store(
      caps.filter(({ id }) => id !== cap.id),
      {
        title: t("removed"),
        undo: { label: t("undo"), onClick: () => void store(caps, { title: t("restored") }) },
      },
    );
  return (
    <FormSection title={t("title")} description={t("description")}>
      {caps.length === 0 ? (
        <EmptyState
          className="rounded-lg border border-dashed py-8"
          title={t("empty")}
          description={t("emptyHelp")}
        />
      ) : (
        <ul className="divide-y rounded-lg border bg-card">
          {caps.map((cap) => (
            <li key={cap.id} className="flex items-center gap-2 py-2 pr-2 pl-3">
              <span className="min-w-0 flex-1 text-sm">{words.cap(cap)}</span>
              {mayChange ? (
                <>
                  <IconButton
                    icon={<Pencil aria-hidden />}
                    label={t("edit")}
                    onClick={() => setEdited(cap)}
                  />
                  <IconButton
                    icon={<Trash2 aria-hidden />}
                    label={t("remove")}
                    onClick={() => void remove(cap)}
                  />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? (
        <Button
          icon={<Plus aria-hidden />}
          className="w-fit"
          disabled={caps.length >= capsMax}
          onClick={() => setEdited(newCap())}
        >
          {t("add")}
        </Button>
      ) : null}
      {edited ? (
        <CapDialog
          cap={edited}
          isNew={caps.every(({ id }) => id !== edited.id)}
          isSaving={isSaving}
          onClose={() => setEdited(null)}
          onSave={async (cap) => {
            if (await put(cap)) setEdited(null);
          }}
        />
      ) : null}
    </FormSection>
  );
}
