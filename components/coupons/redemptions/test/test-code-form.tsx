"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ContactPicker, type PickedContact } from "@/components/contacts/contact-picker";
import { MomentFields } from "@/components/timing/moment-fields";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import { fractionDigitsOf } from "@/lib/domain/coupons/money/money";
import { useValidateCode } from "../api";
import { Verdict } from "./verdict";

const currencies = ["TRY", "USD", "EUR", "GBP"] as const;

type Currency = (typeof currencies)[number];

type Props = {
  workspace: string;
  zone: string;
  code: string;
  contactId: string | null;
  at: Date | undefined;
};

/** The same judgement as a use; nothing is taken and nothing is written down. */
export function TestCodeForm({ workspace, zone, ...asked }: Props) {
  const t = useTranslations("redemptions.test");
  const [code, setCode] = useState(asked.code);
  const [contact, setContact] = useState<PickedContact | null>(() =>
    asked.contactId ? { id: asked.contactId, name: "" } : null,
  );
  const [total, setTotal] = useState<number | null>(null);
  const [currency, setCurrency] = useState<Currency>(useLocale() === "tr" ? "TRY" : "USD");
  const [openedAt] = useState(() => (asked.at ?? new Date()).toISOString());
  const [at, setAt] = useState(openedAt);
  const [hasAsked, setHasAsked] = useState(false);
  const validate = useValidateCode(workspace);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setHasAsked(true);
    if (!code.trim() || !contact) return;
    const totalMinor = Math.round((total ?? 0) * 10 ** fractionDigitsOf(currency));
    validate.mutate({
      code: code.trim(),
      contactId: contact.id,
      at: new Date(at),
      ...(total === null ? {} : { order: { id: "test", totalMinor, currency } }),
    });
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={submit} noValidate>
      <Field label={t("code")} {...(hasAsked && !code.trim() ? { error: t("codeMissing") } : {})}>
        <Input
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          className="font-mono"
          autoComplete="off"
          spellCheck={false}
          translate="no"
        />
      </Field>
      <ContactPicker
        workspace={workspace}
        label={t("person")}
        value={contact}
        onChange={setContact}
        {...(hasAsked && !contact ? { error: t("personMissing") } : {})}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-3">
        <Field label={t("basket")} optional>
          <NumberField value={total} onValueChange={setTotal} min={0} max={10_000_000} />
        </Field>
        <Field label={t("currency")}>
          <Select<Currency>
            value={currency}
            onValueChange={setCurrency}
            options={currencies.map((value) => ({ value, label: value }))}
          />
        </Field>
      </div>
      <MomentFields
        dateLabel={t("date")}
        timeLabel={t("time")}
        help={t("zone", { zone })}
        value={openedAt}
        zone={zone}
        onChange={setAt}
      />
      <Button type="submit" variant="primary" loading={validate.isPending}>
        {t("submit")}
      </Button>
      <div aria-live="polite">
        {validate.data ? <Verdict validation={validate.data} currency={currency} /> : null}
      </div>
      <p className="text-muted-foreground text-xs">{t("note")}</p>
    </form>
  );
}
