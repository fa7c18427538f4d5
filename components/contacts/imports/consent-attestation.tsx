"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { channels } from "@/lib/domain/channels/channel";
import type { ImportDraft } from "./import-draft";

export type ConsentAttestationProps = {
  draft: ImportDraft;
  onChange: (change: Partial<ImportDraft>) => void;
  /** A column of the file says it of some. */
  isForTheRest: boolean;
  errors: { source?: string; channels?: string };
};

/** Who says that these people agreed, to what, and where they did. */
export function ConsentAttestation({ draft, onChange, isForTheRest, errors }: ConsentAttestationProps) {
  const t = useTranslations("contacts.import");
  const channelNames = useTranslations("content.channels");
  const { consentChannels } = draft;
  return (
    <fieldset className="flex flex-col gap-4 rounded-lg border p-4">
      <legend className="px-1 font-medium text-sm">{t("consent")}</legend>
      <Checkbox
        label={t(isForTheRest ? "attestRest" : "attest")}
        description={t("attestHelp")}
        checked={draft.attests}
        onCheckedChange={(attests) => onChange({ attests })}
      />
      {draft.attests ? (
        <>
          <fieldset>
            <legend className="mb-2 font-medium text-sm">{t("consentChannels")}</legend>
            <div className="grid gap-2 sm:grid-cols-3">
              {channels.map((channel) => (
                <Checkbox
                  key={channel}
                  label={channelNames(channel)}
                  checked={consentChannels.includes(channel)}
                  onCheckedChange={(on) =>
                    onChange({
                      consentChannels: on
                        ? [...consentChannels, channel]
                        : consentChannels.filter((other) => other !== channel),
                    })
                  }
                />
              ))}
            </div>
            {errors.channels ? (
              <p role="alert" className="mt-2 text-danger text-xs">
                {errors.channels}
              </p>
            ) : null}
          </fieldset>
          <Field
            label={t("source")}
            help={t("sourceHelp")}
            {...(errors.source ? { error: errors.source } : {})}
          >
            <Input
              value={draft.consentSource}
              maxLength={200}
              onChange={(event) => onChange({ consentSource: event.target.value })}
              autoComplete="off"
            />
          </Field>
        </>
      ) : null}
    </fieldset>
  );
}
