"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { Switch } from "@/components/ui/forms/switch";
import type { OpenDraft } from "./use-draft-store";

const secondsPerHour = 3_600;
const hoursMax = 672;

export function DeliveryOptions({ open }: { open: OpenDraft }) {
  const t = useTranslations("campaigns.delivery");
  const { draft, change } = open;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-4">
      <h2 className="font-semibold text-base">{t("title")}</h2>
      <Field label={t("ttl")} help={t("ttlHelp")} optional className="max-w-60">
        <NumberField
          min={1}
          max={hoursMax}
          value={draft.ttlSeconds === null ? null : draft.ttlSeconds / secondsPerHour}
          onValueChange={(hours) =>
            change({ ttlSeconds: hours === null ? null : Math.round(hours * secondsPerHour) })
          }
        />
      </Field>
      <Switch
        label={t("high")}
        description={t("highHelp")}
        checked={draft.priority === "high"}
        onCheckedChange={(isHigh) => change({ priority: isHigh ? "high" : "normal" })}
        className="max-w-xl"
      />
    </section>
  );
}
