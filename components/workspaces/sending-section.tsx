"use client";

import { OctagonPause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { StatusPill } from "@/components/ui/display/status-pill";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { useUpdateWorkspace } from "./api";
import { ConsentModeChoice } from "./consent-mode-choice";
import type { SettingsSectionProps } from "./identity-section";

/** Who may be reached at all, and the stop switch. */
export function SendingSection({ workspace, mayChange }: SettingsSectionProps) {
  const t = useTranslations("workspaces");
  const update = useUpdateWorkspace(workspace.id, workspace.slug);
  const isStopped = workspace.sendingStoppedAt !== null;
  const tell = (told: string) => ({
    onSuccess: () => toast.success(told),
    onError: (error: unknown) => toastRefusal(t("failed"), error),
  });

  return (
    <FormSection title={t("sending.title")} description={t("sending.description")}>
      <Field label={t("consent.label")} disabled={!mayChange}>
        <ConsentModeChoice
          appearance="cards"
          value={update.variables?.consentMode ?? workspace.consentMode}
          disabled={!mayChange}
          onValueChange={(consentMode) => update.mutate({ consentMode }, tell(t("saved")))}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border p-4">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
            {t("sending.switch")}
            <StatusPill status={isStopped ? "stopped" : "done"}>
              {t(isStopped ? "sending.stopped" : "sending.running")}
            </StatusPill>
          </p>
          <p className="text-muted-foreground text-sm">{t("sending.switchHelp")}</p>
        </div>
        {mayChange ? (
          <ConfirmDialog
            trigger={
              <Button icon={isStopped ? <Play /> : <OctagonPause />}>
                {t(isStopped ? "sending.resume" : "sending.stop")}
              </Button>
            }
            danger={!isStopped}
            title={t(isStopped ? "sending.resumeTitle" : "sending.stopTitle")}
            description={t(isStopped ? "sending.resumeDescription" : "sending.stopDescription")}
            confirmLabel={t(isStopped ? "sending.resume" : "sending.stop")}
            onConfirm={() =>
              update.mutateAsync(
                { sendingStopped: !isStopped },
                tell(t(isStopped ? "sending.resumed" : "sending.nowStopped")),
              )
            }
          />
        ) : null}
      </div>
    </FormSection>
  );
}
