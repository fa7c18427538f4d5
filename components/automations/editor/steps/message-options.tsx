"use client";

import { useTranslations } from "next-intl";
import { TrackingOptions } from "@/components/campaigns/composer/schedule/tracking-options";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { Switch } from "@/components/ui/forms/switch";
import type { MessageStep } from "@/lib/domain/automations/definition";
import { trackingDefaults } from "@/lib/domain/events/tracking/tracking";

export type MessageOptionsProps = { step: MessageStep; change: (part: Partial<MessageStep>) => void };

const secondsPerHour = 3_600;
const hoursMax = 672;

/** When it goes, how long it is worth anything, and what is noticed of it. */
export function MessageOptions({ step, change }: MessageOptionsProps) {
  const t = useTranslations("automations.message");
  const tDelivery = useTranslations("campaigns.delivery");
  const { channels, tracking, ttlSeconds } = step;
  const [first = "app_push"] = channels;
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
      <section aria-label={tDelivery("title")} className="flex min-w-0 flex-col gap-4">
        <h3 className="font-semibold text-sm">{tDelivery("title")}</h3>
        <Switch
          label={t("bestTime")}
          description={t("bestTimeHelp")}
          checked={step.isBestTime}
          onCheckedChange={(isBestTime) => change({ isBestTime })}
        />
        <Switch
          label={tDelivery("high")}
          description={tDelivery("highHelp")}
          checked={step.priority === "high"}
          onCheckedChange={(isHigh) => change({ priority: isHigh ? "high" : "normal" })}
        />
        <Field label={tDelivery("ttl")} help={t("ttlHelp")} className="max-w-60" optional>
          <NumberField
            min={1}
            max={hoursMax}
            value={ttlSeconds === null ? null : ttlSeconds / secondsPerHour}
            onValueChange={(hours) =>
              change({ ttlSeconds: hours === null ? null : Math.round(hours * secondsPerHour) })
            }
          />
        </Field>
      </section>
      <div className="flex min-w-0 flex-col gap-4">
        <Switch
          label={t("ownTracking")}
          description={t("ownTrackingHelp")}
          checked={tracking !== null}
          onCheckedChange={(isOwn) => change({ tracking: isOwn ? trackingDefaults(first) : null })}
        />
        {tracking ? (
          <TrackingOptions
            channels={channels}
            tracking={tracking}
            onChange={(next) => change({ tracking: next })}
          />
        ) : null}
      </div>
    </div>
  );
}
