"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Switch } from "@/components/ui/forms/switch";
import type { Channel } from "@/lib/domain/channels/channel";
import { type Tracking, trackableOn, trackables, utmNames } from "@/lib/domain/events/tracking/tracking";

const paidByLength: readonly Channel[] = ["sms", "whatsapp"];
const utmCharsMax = 200;

export type TrackingOptionsProps = {
  /** What the message goes out on; what any of them can notice is offered. */
  channels: readonly Channel[];
  tracking: Tracking;
  onChange: (tracking: Tracking) => void;
};

export function TrackingOptions({ channels, tracking, onChange }: TrackingOptionsProps) {
  const t = useTranslations("campaigns.tracking");
  const offered = trackables.filter((name) => channels.some((one) => trackableOn[one].includes(name)));
  const isPaidByLength = channels.some((one) => paidByLength.includes(one));
  return (
    <section aria-label={t("title")} className="flex flex-col gap-4">
      <h2 className="font-semibold text-base">{t("title")}</h2>
      {offered.map((name) => (
        <Switch
          key={name}
          label={t(name)}
          description={t(name === "click" && isPaidByLength ? "clickInTextHelp" : `${name}Help`)}
          checked={tracking[name]}
          onCheckedChange={(isOn) => onChange({ ...tracking, [name]: isOn })}
          className="max-w-3xl"
        />
      ))}
      <div className="grid max-w-3xl grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] gap-4">
        {utmNames.slice(0, 3).map((name) => (
          <Field
            key={name}
            label={`utm_${name}`}
            {...(name === "source" ? { help: t("utmHelp") } : {})}
            optional
          >
            <Input
              value={tracking.utm[name] ?? ""}
              maxLength={utmCharsMax}
              autoComplete="off"
              onChange={(event) => {
                const { [name]: _, ...others } = tracking.utm;
                const value = event.target.value;
                onChange({ ...tracking, utm: value === "" ? others : { ...others, [name]: value } });
              }}
            />
          </Field>
        ))}
      </div>
    </section>
  );
}
