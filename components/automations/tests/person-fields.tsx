"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { fieldNames, parseAny } from "@/components/audience/audience-field";
import { useAudienceWords } from "@/components/audience/use-audience-words";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { MultiCombobox } from "@/components/ui/forms/multi-combobox";
import { TimeZoneCombobox } from "@/components/ui/forms/time-zone-combobox";
import { channels } from "@/lib/domain/channels/channel";
import { newRow, type ScenarioDraft, type TraitRow } from "./scenario-draft";

export type PersonFieldsProps = {
  draft: ScenarioDraft;
  change: (part: Partial<ScenarioDraft>) => void;
};

/** The made-up person, and when it begins for them. */
export function PersonFields({ draft, change }: PersonFieldsProps) {
  const t = useTranslations("automations.tests");
  const tChannel = useTranslations("content.channels");
  const channelOptions = channels.map((value) => ({ value, label: tChannel(value) }));
  const { start, timeZone } = draft;
  return (
    <section aria-label={t("person")} className="flex flex-col gap-4">
      <h3 className="font-semibold text-sm">{t("person")}</h3>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("startDate")}>
          <Input
            type="date"
            value={start.date}
            onChange={(event) => change({ start: { ...start, date: event.currentTarget.value } })}
          />
        </Field>
        <Field label={t("startTime")}>
          <Input
            type="time"
            value={start.time}
            onChange={(event) => change({ start: { ...start, time: event.currentTarget.value } })}
          />
        </Field>
        <Field label={t("timeZone")}>
          <TimeZoneCombobox value={timeZone} onValueChange={(next) => change({ timeZone: next })} />
        </Field>
        <Field label={t("birthDate")} optional>
          <Input
            type="date"
            value={draft.birthDate}
            onChange={(event) => change({ birthDate: event.currentTarget.value })}
          />
        </Field>
        {(["couponEndsOn", "membershipEndsOn"] as const).map((name) => (
          <Field key={name} label={t(name)} optional>
            <Input
              type="date"
              value={draft[name]}
              onChange={(event) => change({ [name]: event.currentTarget.value })}
            />
          </Field>
        ))}
        <Field label={t("channels")} help={t("channelsHelp")}>
          <MultiCombobox
            options={channelOptions}
            value={draft.channels}
            onValueChange={(next) => change({ channels: next })}
          />
        </Field>
        <Field label={t("refusedChannels")} help={t("refusedChannelsHelp")} optional>
          <MultiCombobox
            options={channelOptions}
            value={draft.refusedChannels}
            onValueChange={(next) => change({ refusedChannels: next })}
          />
        </Field>
      </div>
      <TraitRows rows={draft.traits} onChange={(traits) => change({ traits })} />
    </section>
  );
}

type TraitRowsProps = { rows: TraitRow[]; onChange: (rows: TraitRow[]) => void };

const fieldCharsMax = 120;
const traitsListId = "automation-test-traits";

/** What audience conditions are asked about. */
function TraitRows({ rows, onChange }: TraitRowsProps) {
  const t = useTranslations("automations.tests");
  const { fieldName } = useAudienceWords();
  const set = (row: TraitRow, part: Partial<TraitRow>) =>
    onChange(rows.map((one) => (one.key === row.key ? { ...one, ...part } : one)));
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-sm">{t("traits")}</legend>
      <p className="text-muted-foreground text-xs">{t("traitsHelp")}</p>
      <datalist id={traitsListId}>
        {fieldNames.map((field) => (
          <option key={field} value={field}>
            {fieldName(field)}
          </option>
        ))}
      </datalist>
      <ul className="mt-2 flex flex-col gap-2 empty:hidden">
        {rows.map((row) => (
          <li key={row.key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2">
            <Input
              aria-label={t("traitField")}
              list={traitsListId}
              value={row.field}
              maxLength={fieldCharsMax}
              placeholder="attributes.plan"
              autoComplete="off"
              onChange={(event) => set(row, { field: event.currentTarget.value.trim() })}
            />
            <Input
              aria-label={t("traitValue", { field: row.field })}
              value={String(row.value)}
              autoComplete="off"
              onChange={(event) => set(row, { value: readTrait(event.currentTarget.value) })}
            />
            <IconButton
              size="sm"
              icon={<Trash2 />}
              label={t("traitRemove", { field: row.field })}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="mt-2"
        icon={<Plus />}
        onClick={() => onChange([...rows, newRow({ field: "", value: "" })])}
      >
        {t("traitAdd")}
      </Button>
    </fieldset>
  );
}

/** Numbers and truths plainly typed are meant as such. */
function readTrait(text: string): string | number | boolean {
  const value = parseAny(text);
  return Array.isArray(value) || String(value) !== text ? text : value;
}
