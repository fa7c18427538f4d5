import { useTranslations } from "next-intl";
import { useFieldName } from "@/components/content/editor/use-field-name";
import { useLanguageName } from "@/lib/browser/use-display-names";
import type { AutomationProblem } from "../api";

/** A problem of the draft in the reader's language; of a text with the channel and the place it is in. */
export function useAutomationProblemWords(): (problem: AutomationProblem) => string {
  const t = useTranslations();
  const languageName = useLanguageName();
  const nameOf = useFieldName();
  return ({ code, channel, content }) => {
    const channelName = channel ? t(`content.channels.${channel}`) : "";
    if (code === "no_provider" && channel)
      return t("automations.problems.noProviderOf", { channel: channelName });
    if (code !== "content" || !content) return t(`automations.problems.${code}`);
    const { language, values } = content;
    const place = { field: nameOf(content), language: languageName(language) };
    const problem = t(`content.problems.${content.code}`, { ...place, ...values });
    return t("automations.problems.contentOf", { channel: channelName, ...place, problem });
  };
}
