"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { FormSection } from "@/components/ui/forms/form-section";
import { useUnsavedWarning } from "@/lib/browser/draft/use-unsaved-warning";
import { channels } from "@/lib/domain/channels/channel";
import { isUsableWindow } from "@/lib/domain/timing/sending-window";
import { ChannelHours } from "./channel-hours";
import { type RulesSectionProps, useRulesChange } from "./use-rules-change";

const formId = "sending-hours";

/** When people may be written to, channel by channel. */
export function HoursSection({ workspace, mayChange }: RulesSectionProps) {
  const t = useTranslations("timing.rules");
  const { save, isSaving } = useRulesChange(workspace);
  const [saved, setSaved] = useState(workspace.sendingRules.windows);
  const [windows, setWindows] = useState(saved);
  const isUnsaved = JSON.stringify(windows) !== JSON.stringify(saved);
  useUnsavedWarning(isUnsaved);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!Object.values(windows).every(isUsableWindow)) toast.error(t("hours.unfinished"));
    else if (await save({ windows })) setSaved(windows);
  };
  return (
    <FormSection
      title={t("hours.title")}
      description={t("hours.description")}
      footer={
        mayChange ? (
          <>
            {isUnsaved ? <Button onClick={() => setWindows(saved)}>{t("discard")}</Button> : null}
            <Button type="submit" form={formId} variant="primary" loading={isSaving}>
              {t("save")}
            </Button>
          </>
        ) : null
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        {channels.map((channel) => (
          <ChannelHours
            key={channel}
            channel={channel}
            window={windows[channel] ?? null}
            disabled={!mayChange}
            onChange={(window) => {
              const { [channel]: _before, ...others } = windows;
              setWindows(window ? { ...others, [channel]: window } : others);
            }}
          />
        ))}
      </form>
    </FormSection>
  );
}
