"use client";

import { useTranslations } from "next-intl";
import { TrackingOptions } from "@/components/content/tracking-options";
import { TtlField } from "@/components/content/ttl-field";
import { Switch } from "@/components/ui/forms/switch";
import type { MessageStep } from "@/lib/domain/automations/definition";
import { wakesPhones } from "@/lib/domain/channels/channel";
import { trackingDefaults } from "@/lib/domain/events/tracking/tracking";

export type MessageOptionsProps = { step: MessageStep; change: (part: Partial<MessageStep>) => void };

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
          description={tDelivery(channels.some(wakesPhones) ? "highHelp" : "highHelpElsewhere")}
          checked={step.priority === "high"}
          onCheckedChange={(isHigh) => change({ priority: isHigh ? "high" : "normal" })}
        />
        <TtlField
          className="max-w-60"
          help={t("ttlHelp")}
          ttlSeconds={ttlSeconds}
          onChange={(next) => change({ ttlSeconds: next })}
        />
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
