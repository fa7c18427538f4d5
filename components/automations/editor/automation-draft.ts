import { isSame } from "@/lib/browser/draft/is-same";
import type { Definition } from "@/lib/domain/automations/definition";
import type { Automation, AutomationChange } from "../api";

/** What the editor changes. */
export type AutomationDraft = { name: string; description: string; definition: Definition };

export const draftOf = ({ name, description, draft }: Automation): AutomationDraft => ({
  name,
  description,
  definition: draft,
});

/** What differs; an empty name waits for a better one. */
export function changesBetween(saved: AutomationDraft, draft: AutomationDraft): AutomationChange {
  const name = draft.name.trim();
  return {
    ...(name !== "" && name !== saved.name ? { name } : {}),
    ...(draft.description === saved.description ? {} : { description: draft.description }),
    ...(isSame(saved.definition, draft.definition) ? {} : { definition: draft.definition }),
  };
}

export const savedAfter = (
  saved: AutomationDraft,
  draft: AutomationDraft,
  change: AutomationChange,
): AutomationDraft => ({ ...draft, name: change.name ?? saved.name });
