import { useTranslations } from "next-intl";
import type { AutomationProblem } from "../api";

/** A problem of the draft in the reader's language; of a message with the field it is in. */
export function useAutomationProblemWords(): (problem: AutomationProblem) => string {
  const t = useTranslations();
  return ({ code, pointer }) => {
    if (code !== "content") return t(`automations.problems.${code}`);
    const name = `content.fieldNames.${pointer.split(".").at(-1)}`;
    return t.has(name)
      ? t("automations.problems.contentIn", { field: t(name) })
      : t("automations.problems.content");
  };
}
