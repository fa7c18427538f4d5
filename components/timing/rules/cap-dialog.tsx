"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Button } from "@/components/ui/actions/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";
import { useTimingWords } from "../use-timing-words";
import { CapPeriodFields } from "./cap-period-fields";

export type CapDialogProps = {
  cap: FrequencyCap;
  isNew: boolean;
  isSaving: boolean;
  onClose: () => void;
  onSave: (cap: FrequencyCap) => Promise<void>;
};

const limitMax = 1_000;

export function CapDialog({ cap: given, isNew, isSaving, onClose, onSave }: CapDialogProps) {
  const t = useTranslations("timing.rules.caps");
  const words = useTimingWords();
  const [cap, setCap] = useState(given);
  const formId = useId();
  const set = (part: Partial<FrequencyCap>) => setCap({ ...cap, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSave(cap);
  };
  return (
    <Dialog
      open
      keepOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(isNew ? "addTitle" : "editTitle")}
      description={words.cap(cap)}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={isSaving}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("limit")}>
            <NumberField
              min={1}
              max={limitMax}
              value={cap.limit}
              onValueChange={(limit) => set({ limit: limit ?? 1 })}
            />
          </Field>
          <CapPeriodFields period={cap.period} onChange={(period) => set({ period })} />
        </div>
        <ChannelChoice chosen={cap.channels} onChange={(chosen) => set({ channels: chosen })} />
        <Field label={t("whenFull")}>
          <RadioGroup
            value={cap.whenFull}
            onValueChange={(whenFull) => set({ whenFull })}
            options={[
              { value: "skip", label: t("whenFulls.skip"), description: t("whenFulls.skipHelp") },
              { value: "defer", label: t("whenFulls.defer"), description: t("whenFulls.deferHelp") },
            ]}
          />
        </Field>
        <p className="text-muted-foreground text-xs">{t("transactional")}</p>
      </form>
    </Dialog>
  );
}

type ChannelChoiceProps = { chosen: Channel[] | null; onChange: (chosen: Channel[] | null) => void };

/** None ticked is the same as all of them: they count together. */
function ChannelChoice({ chosen, onChange }: ChannelChoiceProps) {
  const t = useTranslations("timing.rules.caps");
  const tChannel = useTranslations("content.channels");
  const toggle = (channel: Channel, isOn: boolean) => {
    const next = channels.filter((other) => (other === channel ? isOn : chosen?.includes(other)));
    onChange(next.length === 0 ? null : next);
  };
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">{t("channels")}</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        <Checkbox
          label={t("allChannels")}
          checked={chosen === null}
          disabled={chosen === null}
          onCheckedChange={() => onChange(null)}
          className="sm:col-span-2"
        />
        {channels.map((channel) => (
          <Checkbox
            key={channel}
            label={
              <span className="inline-flex items-center gap-1.5">
                <ChannelIcon channel={channel} />
                {tChannel(channel)}
              </span>
            }
            checked={chosen?.includes(channel) ?? false}
            onCheckedChange={(isOn) => toggle(channel, isOn)}
          />
        ))}
      </div>
    </fieldset>
  );
}
