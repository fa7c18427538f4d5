"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import {
  type Definition,
  expiringDaysMax,
  inactiveDaysMax,
  leapDayPolicies,
  type Trigger,
  triggerKinds,
} from "@/lib/domain/automations/definition";
import { triggerIcons } from "../../words/icons";
import { ClockField } from "../clock-field";
import { DurationField } from "../duration-field";
import { EventFields } from "../event/event-fields";
import { ReentryFields } from "./reentry-fields";
import { StartsAtField } from "./starts-at-field";

export type TriggerFieldsProps = {
  definition: Definition;
  onChange: (part: Partial<Pick<Definition, "trigger" | "reentry" | "startsAt">>) => void;
};

const firstOf: Record<Trigger["kind"], Trigger> = {
  event: { kind: "event", event: "", where: [] },
  cart_abandoned: { kind: "cart_abandoned", afterMinutes: 60, category: null },
  birthday: { kind: "birthday", at: "10:00", leapDay: "feb_28" },
  inactive: { kind: "inactive", days: 30 },
  coupon_expiring: { kind: "coupon_expiring", days: 3 },
  membership_expiring: { kind: "membership_expiring", days: 7 },
};

/** What brings people in. */
export function TriggerFields({ definition, onChange }: TriggerFieldsProps) {
  const t = useTranslations("automations");
  const { trigger, reentry } = definition;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <RadioGroup
        appearance="cards"
        aria-label={t("trigger.label")}
        value={trigger.kind}
        onValueChange={(kind) => kind !== trigger.kind && onChange({ trigger: firstOf[kind] })}
        options={triggerKinds.map((value) => {
          const Icon = triggerIcons[value];
          return {
            value,
            label: t(`triggerKinds.${value}`),
            description: t(`trigger.help.${value}`),
            icon: <Icon aria-hidden />,
          };
        })}
      />
      <KindFields key={trigger.kind} trigger={trigger} onChange={(next) => onChange({ trigger: next })} />
      {trigger.kind === "event" ? (
        <ReentryFields reentry={reentry} onChange={(next) => onChange({ reentry: next })} />
      ) : (
        <p className="text-muted-foreground text-sm">{t(`trigger.again.${trigger.kind}`)}</p>
      )}
      <StartsAtField startsAt={definition.startsAt} onChange={(startsAt) => onChange({ startsAt })} />
    </div>
  );
}

type KindFieldsProps = { trigger: Trigger; onChange: (trigger: Trigger) => void };

const categoryCharsMax = 200;

function KindFields({ trigger, onChange }: KindFieldsProps) {
  const t = useTranslations("automations.trigger");
  switch (trigger.kind) {
    case "event":
      return (
        <EventFields
          label={t("event")}
          value={trigger}
          onChange={(choice) => onChange({ kind: "event", ...choice })}
        />
      );
    case "cart_abandoned":
      return (
        <>
          <DurationField
            label={t("after")}
            help={t("afterHelp")}
            min={0}
            minutes={trigger.afterMinutes}
            onChange={(afterMinutes) => onChange({ ...trigger, afterMinutes })}
          />
          <Field label={t("category")} help={t("categoryHelp")} className="max-w-md" optional>
            <Input
              value={trigger.category ?? ""}
              maxLength={categoryCharsMax}
              autoComplete="off"
              onChange={({ currentTarget: { value } }) =>
                onChange({ ...trigger, category: value.trim() === "" ? null : value })
              }
            />
          </Field>
        </>
      );
    case "birthday":
      return (
        <>
          <ClockField
            label={t("at")}
            help={t("atHelp")}
            at={trigger.at}
            onChange={(at) => onChange({ ...trigger, at })}
          />
          <Field label={t("leapDay")}>
            <RadioGroup
              value={trigger.leapDay}
              onValueChange={(leapDay) => onChange({ ...trigger, leapDay })}
              options={leapDayPolicies.map((value) => ({ value, label: t(`leapDays.${value}`) }))}
            />
          </Field>
        </>
      );
    case "inactive":
      return (
        <Field label={t("days")} help={t("daysHelp")} className="max-w-60">
          <NumberField
            min={1}
            max={inactiveDaysMax}
            value={trigger.days}
            onValueChange={(days) => days && onChange({ ...trigger, days })}
          />
        </Field>
      );
    case "coupon_expiring":
    case "membership_expiring":
      return (
        <Field label={t("daysBefore")} help={t(`daysBeforeHelp.${trigger.kind}`)} className="max-w-96">
          <NumberField
            className="max-w-60"
            min={1}
            max={expiringDaysMax}
            value={trigger.days}
            onValueChange={(days) => days && onChange({ ...trigger, days })}
          />
        </Field>
      );
  }
}
