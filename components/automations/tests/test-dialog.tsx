"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import type { Step } from "@/lib/domain/automations/definition";
import type { Automation, AutomationTest } from "../api";
import { EventRows } from "./event-rows";
import { ExpectedRows } from "./expected-rows";
import { PersonFields } from "./person-fields";
import {
  type DraftProblem,
  findDraftProblem,
  newScenarioDraft,
  type ScenarioDraft,
  scenarioDraftOf,
  testBodyOf,
} from "./scenario-draft";
import { useTestActs } from "./use-test-acts";

export type TestDialogProps = {
  automation: Automation;
  steps: readonly Step[];
  timeZone: string;
  /** Absent for a new one. */
  test: AutomationTest | undefined;
  onClose: () => void;
  onSaved: () => void;
};

const nameCharsMax = 200;

export function TestDialog({ automation, steps, timeZone, test, onClose, onSaved }: TestDialogProps) {
  const t = useTranslations("automations.tests");
  const { slug } = useShell().workspace;
  const { save } = useTestActs(slug, automation.id);
  const [draft, setDraft] = useState<ScenarioDraft>(() =>
    test ? scenarioDraftOf(test) : newScenarioDraft(timeZone, ""),
  );
  const [problem, setProblem] = useState<DraftProblem>();
  const change = (part: Partial<ScenarioDraft>) => {
    setProblem(undefined);
    setDraft((before) => ({ ...before, ...part }));
  };
  const submit = () => {
    const found = findDraftProblem(draft);
    setProblem(found);
    if (found) return;
    const done = () => {
      onClose();
      onSaved();
    };
    save.mutate({ testId: test?.id, body: testBodyOf(draft) }, { onSuccess: done });
  };
  return (
    <Dialog
      open
      keepOpen
      width="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t(test ? "editTitle" : "newTitle")}
      description={t("dialogHelp")}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button variant="primary" loading={save.isPending} onClick={submit}>
            {t("saveAndRun")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <Field label={t("name")} {...(problem === "name" ? { error: t("problems.name") } : {})}>
          <Input
            value={draft.name}
            maxLength={nameCharsMax}
            placeholder={t("namePlaceholder")}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </Field>
        <PersonFields draft={draft} change={change} />
        <EventRows rows={draft.events} onChange={(events) => change({ events })} />
        <ExpectedRows rows={draft.expected} steps={steps} onChange={(expected) => change({ expected })} />
        {problem && problem !== "name" ? (
          <Callout tone="danger" announce>
            {t(`problems.${problem}`)}
          </Callout>
        ) : null}
      </div>
    </Dialog>
  );
}
