"use client";

import { useTranslations } from "next-intl";
import { TtlField } from "@/components/content/ttl-field";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { Switch } from "@/components/ui/forms/switch";
import { wakesPhones } from "@/lib/domain/channels/channel";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import type { OpenDraft } from "../use-draft-store";
import { changeTiming } from "./change-timing";
import { SendingHoursChoice } from "./sending-hours-choice";
import { StopAtField } from "./stop-at-field";

const perMinuteMax = 1_000_000;
const latenessMinutesLimit = 10_080;

export type DeliveryOptionsProps = { open: OpenDraft; timeZone: string; sendingRules: SendingRules };

/** When people may be reached, how fast, and until when. */
export function DeliveryOptions({ open, timeZone, sendingRules }: DeliveryOptionsProps) {
  const t = useTranslations("campaigns.delivery");
  const { draft, change } = open;
  const { timing, scheduleType } = draft;
  return (
    <section aria-label={t("title")} className="flex min-w-0 flex-col gap-5 xl:col-start-1">
      <h2 className="font-semibold text-base">{t("title")}</h2>
      <SendingHoursChoice open={open} sendingRules={sendingRules} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label={t("throttle")} help={t("throttleHelp")} optional>
          <NumberField
            min={1}
            max={perMinuteMax}
            value={timing.throttlePerMinute}
            onValueChange={(throttlePerMinute) => changeTiming(open, { throttlePerMinute })}
          />
        </Field>
        {scheduleType === "recurring" || scheduleType === "send_now" ? null : (
          <Field label={t("lateness")} help={t("latenessHelp")}>
            <NumberField
              min={1}
              max={latenessMinutesLimit}
              value={timing.latenessMinutesMax}
              onValueChange={(minutes) => minutes && changeTiming(open, { latenessMinutesMax: minutes })}
            />
          </Field>
        )}
        <TtlField
          help={t("ttlHelp")}
          ttlSeconds={draft.ttlSeconds}
          onChange={(ttlSeconds) => change({ ttlSeconds })}
        />
      </div>
      <StopAtField open={open} workspaceZone={timeZone} />
      <Switch
        label={t("high")}
        description={t(wakesPhones(draft.channelType) ? "highHelp" : "highHelpElsewhere")}
        checked={draft.priority === "high"}
        onCheckedChange={(isHigh) => change({ priority: isHigh ? "high" : "normal" })}
      />
    </section>
  );
}
