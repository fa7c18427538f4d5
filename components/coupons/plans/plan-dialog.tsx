"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { useFirstInvalidFocus } from "@/components/providers/use-first-invalid-focus";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { fieldErrorsOf } from "@/lib/browser/field-errors";
import { commonCurrencies } from "@/lib/domain/coupons/money/money";
import { membershipTiers, planNameCharsMax, usualTerm } from "@/lib/domain/coupons/plans/plan";
import { MoneyField } from "../money-field";
import { TermFields } from "../term-fields";
import type { Plan } from "./api";
import { usePlanActs } from "./use-plan-acts";

export type PlanDialogProps = { plan: Plan | undefined; currency: string; onClose: () => void };

const blank = {
  name: "",
  tier: "yearly",
  ...usualTerm("yearly"),
  discountPriceMinor: null,
  features: "",
} as const;

type Draft = Omit<Pick<Plan, "name" | "tier" | "durationMonths" | "durationDays" | "currency">, never> & {
  priceMinor: number | null;
  discountPriceMinor: number | null;
  /** One a line. */
  features: string;
};

/** Makes a plan, or changes one. */
export function PlanDialog({ plan, currency, onClose }: PlanDialogProps) {
  const t = useTranslations("plans");
  const ui = useTranslations("ui");
  const { slug } = useShell().workspace;
  const [draft, setDraft] = useState<Draft>(() =>
    plan ? { ...plan, features: plan.features.join("\n") } : { ...blank, currency, priceMinor: null },
  );
  const [isTried, setIsTried] = useState(false);
  const { save } = usePlanActs(slug);
  const form = useRef<HTMLFormElement>(null);
  useFirstInvalidFocus(form, save.error);
  const errors = fieldErrorsOf(save.error);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const missing = isTried ? { name: !draft.name.trim(), price: draft.priceMinor === null } : {};
  const error = (name: string, isMissing?: boolean) => {
    const text = isMissing ? t("required") : errors[name]?.detail;
    return text ? { error: text } : {};
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const { priceMinor } = draft;
    if (!draft.name.trim() || priceMinor === null || save.isPending) return;
    const features = draft.features
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const { name, tier, durationMonths, durationDays, discountPriceMinor } = draft;
    const body = {
      name,
      tier,
      durationMonths,
      durationDays,
      priceMinor,
      discountPriceMinor,
      currency: draft.currency,
    };
    save.mutate({ plan, body: { ...body, features } }, { onSuccess: onClose });
  };
  const currencies = [...new Set([...commonCurrencies, draft.currency])];
  return (
    <Dialog
      open
      keepOpen
      onOpenChange={(open) => !open && onClose()}
      title={t(plan ? "dialog.edit" : "dialog.new")}
      description={t("dialog.description")}
      footer={
        <>
          <DialogClose render={<Button>{ui("cancel")}</Button>} />
          <Button type="submit" form="plan-form" variant="primary" loading={save.isPending}>
            {t(plan ? "dialog.save" : "dialog.create")}
          </Button>
        </>
      }
    >
      <form id="plan-form" ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("fields.name")} {...error("name", missing.name)}>
          <Input
            value={draft.name}
            maxLength={planNameCharsMax}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("fields.tier")} {...error("tier")}>
            <Select
              value={draft.tier}
              onValueChange={(tier) => set({ tier, ...usualTerm(tier) })}
              options={membershipTiers.map((value) => ({ value, label: t(`tiers.${value}`) }))}
            />
          </Field>
          <TermFields tier={draft.tier} term={draft} onChange={set} errors={errors} />
        </div>
        <div className="grid gap-4 sm:grid-cols-[1fr_1fr_6.5rem]">
          <Field label={t("fields.price")} {...error("price_minor", missing.price)}>
            <MoneyField
              value={draft.priceMinor}
              currency={draft.currency}
              onValueChange={(priceMinor) => set({ priceMinor })}
            />
          </Field>
          <Field label={t("fields.discountPrice")} optional {...error("discount_price_minor")}>
            <MoneyField
              value={draft.discountPriceMinor}
              currency={draft.currency}
              onValueChange={(discountPriceMinor) => set({ discountPriceMinor })}
            />
          </Field>
          <Field label={t("fields.currency")} {...error("currency")}>
            <Select
              value={draft.currency}
              onValueChange={(next) => set({ currency: next })}
              options={currencies.map((value) => ({ value, label: value }))}
            />
          </Field>
        </div>
        <Field label={t("fields.features")} help={t("fields.featuresHelp")} optional {...error("features")}>
          <Textarea value={draft.features} onChange={(event) => set({ features: event.target.value })} />
        </Field>
      </form>
    </Dialog>
  );
}
