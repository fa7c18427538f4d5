"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import type { OpenDraft } from "../use-draft-store";
import { nextFullHour } from "./next-full-hour";
import { OnceFields } from "./once-fields";

/** From when on each person's best hour is looked for. */
export function BestTimeFields({ open, workspaceZone }: { open: OpenDraft; workspaceZone: string }) {
  const t = useTranslations("campaigns.schedule.bestTime");
  const { scheduledAt, timing } = open.draft;
  const later = () => nextFullHour(new Date(), timing.timeZone ?? workspaceZone);
  return (
    <>
      <Field label={t("from")}>
        <RadioGroup
          value={scheduledAt ? "later" : "now"}
          onValueChange={(from) => open.change({ scheduledAt: from === "now" ? null : later() })}
          options={[
            { value: "now", label: t("fromNow") },
            { value: "later", label: t("fromLater") },
          ]}
        />
      </Field>
      {scheduledAt ? <OnceFields open={open} workspaceZone={workspaceZone} isKeptToHours /> : null}
      <Callout title={t("how")}>{t("fallback")}</Callout>
    </>
  );
}
