import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { isSame } from "@/lib/browser/draft/is-same";
import { useDraft } from "@/lib/browser/draft/use-draft";
import { getAutomationContract, updateAutomationContract } from "@/lib/contracts/automations/automations";
import type { Definition } from "@/lib/domain/automations/definition";
import { type Automation, type AutomationChange, automationOptions, automationsKey } from "../api";
import { changesBetween, draftOf, savedAfter } from "./automation-draft";

/**
 * The open draft of an automation. What others did meanwhile is taken over while nothing of one's own is unsaved;
 * `generation` counts how often, for fields that read their value once.
 */
export function useAutomationDraft(workspace: string, automation: Automation) {
  const t = useTranslations("ui.autosave");
  const client = useQueryClient();
  const [generation, setGeneration] = useState(0);
  const params = { automationId: automation.id };
  const open = useDraft({
    stored: automation,
    draftOf,
    changesBetween,
    savedAfter,
    save: async (body: AutomationChange & { version: number }) => {
      const stored = await callApi(updateAutomationContract, { workspace, params, body });
      client.setQueryData(automationOptions(workspace, stored.id).queryKey, stored);
      return stored;
    },
    onLeft: () => client.invalidateQueries({ queryKey: automationsKey(workspace) }),
  });
  const { draft, version, saveState, resolve } = open;
  useEffect(() => {
    if (saveState !== "saved" || automation.version <= version) return;
    if (!isSame(draftOf(automation), draft)) setGeneration((before) => before + 1);
    void resolve(automation, "theirs");
  }, [automation, version, saveState, draft, resolve]);
  const settle = useMutation({
    mutationFn: async (keep: "theirs" | "mine") => {
      const theirs = await callApi(getAutomationContract, { workspace, params });
      if (keep === "theirs") setGeneration((before) => before + 1);
      await resolve(theirs, keep);
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
  const changeDefinition = (change: (definition: Definition) => Partial<Definition>) => {
    const { definition } = open.read().draft;
    open.change({ definition: { ...definition, ...change(definition) } });
  };
  return { ...open, changeDefinition, generation, settle, unfinished: useUnfinished() };
}

/** The audiences with a condition that lacks its value: what is stored is not what is meant. */
function useUnfinished() {
  const parts = useRef(new Set<string>());
  return useMemo(
    () => ({
      note: (part: string, isUnfinished: boolean) => {
        if (isUnfinished) parts.current.add(part);
        else parts.current.delete(part);
      },
      some: () => parts.current.size > 0,
    }),
    [],
  );
}

export type OpenAutomation = ReturnType<typeof useAutomationDraft>;
