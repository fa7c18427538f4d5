"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMay, useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { SaveTrouble } from "@/components/ui/feedback/save-trouble";
import { Tabs } from "@/components/ui/navigation/tabs";
import { useUnsavedWarning } from "@/lib/browser/draft/use-unsaved-warning";
import { useLive } from "@/lib/browser/realtime/use-live";
import { mayDo } from "@/lib/domain/automations/automation";
import { type Automation, automationOptions, figuresOptions } from "../api";
import { automationTabs } from "../automation-href";
import { AutomationEditor } from "../editor/automation-editor";
import { useAutomationDraft } from "../editor/use-automation-draft";
import { useOpenPart } from "../editor/use-open-part";
import { EnrolmentsTable } from "../people/enrolments-table";
import { AutomationTests } from "../tests/automation-tests";
import { AutomationHeader } from "./automation-header";
import { AutomationReport } from "./automation-report";
import { ProblemList } from "./problem-list";

export type AutomationScreenProps = {
  automation: Automation;
  /** Of the workspace. */
  language: string;
  timeZone: string;
};

const figuresPauseMillis = 2_000;

export function AutomationScreen({ automation: initial, language, timeZone }: AutomationScreenProps) {
  const t = useTranslations();
  const { slug } = useShell().workspace;
  const { data: automation } = useQuery({
    ...useLive(automationOptions(slug, initial.id)),
    initialData: initial,
  });
  const figures = useQuery(useLive(figuresOptions(slug, initial.id), figuresPauseMillis));
  const mayEdit = useMay("automations.write") && mayDo(automation.status, "edit");
  const open = useAutomationDraft(slug, automation);
  const part = useOpenPart();
  const [tab, setTab] = useQueryState(
    "tab",
    parseAsStringLiteral(automationTabs).withDefault("steps").withOptions({ history: "push" }),
  );
  useUnsavedWarning(open.saveState !== "saved");
  useShortcut("mod+s", t("ui.save"), () => void open.flush());
  const goToPart = (anchor: string) => {
    void setTab("steps");
    part.show(anchor);
    requestAnimationFrame(() => {
      const card = document.querySelector(`[data-step="${anchor}"]`);
      card?.scrollIntoView({ block: "start" });
      card?.querySelector<HTMLElement>("[data-step-toggle]")?.focus({ preventScroll: true });
    });
  };
  return (
    <>
      <AutomationHeader automation={automation} open={open} mayEdit={mayEdit} />
      <SaveTrouble
        saveState={open.saveState}
        error={open.error}
        conflictTitle={t("automations.saveConflict")}
        isSettling={open.settle.isPending}
        onSettle={open.settle.mutate}
        onRetry={() => void open.flush()}
      />
      <Tabs
        label={t("automations.tabs.label")}
        value={tab}
        onValueChange={(next) => void setTab(next)}
        className="pb-10"
        tabs={[
          {
            value: "steps",
            label: t("automations.tabs.steps"),
            content: (
              <>
                <ProblemList automation={automation} onGoTo={goToPart} />
                <AutomationEditor
                  automation={automation}
                  figures={figures.data}
                  open={open}
                  part={part}
                  language={language}
                  mayEdit={mayEdit}
                />
              </>
            ),
          },
          {
            value: "people",
            label: t("automations.tabs.people"),
            content: <EnrolmentsTable automation={automation} />,
          },
          {
            value: "figures",
            label: t("automations.tabs.figures"),
            content: <AutomationReport automation={automation} figures={figures} timeZone={timeZone} />,
          },
          {
            value: "tests",
            label: t("automations.tabs.tests"),
            content: (
              <AutomationTests
                automation={automation}
                steps={open.draft.definition.steps}
                timeZone={timeZone}
                onBeforeRun={open.flush}
              />
            ),
          },
        ]}
      />
    </>
  );
}
