"use client";

import { useTranslations } from "next-intl";
import { ContactPicker, type PickedContact } from "@/components/contacts/contact-picker";
import { useShell } from "@/components/layout/shell-context";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import type { Channel } from "@/lib/domain/channels/channel";

export type TestAddressFieldsProps = {
  channel: Channel;
  address: string;
  onAddressChange: (address: string) => void;
  /** Whose message it is. */
  as: PickedContact | null;
  onAsChange: (contact: PickedContact | null) => void;
  /** Code of what is wrong with the address. */
  problem?: string | undefined;
};

export function TestAddressFields(props: TestAddressFieldsProps) {
  const { channel, address, onAddressChange, as, onAsChange, problem } = props;
  const t = useTranslations("campaigns.test");
  const tTrial = useTranslations("providers.trial");
  const { slug } = useShell().workspace;
  const sentence = (code: string) =>
    code === "required"
      ? t("addressRequired")
      : tTrial(`errors.${tTrial.has(`errors.${code}`) ? code : "other"}`);
  return (
    <>
      <Field
        label={tTrial(`addresses.${channel}`)}
        help={t("addressHelp")}
        {...(problem ? { error: sentence(problem) } : {})}
      >
        <Input
          value={address}
          onChange={(event) => onAddressChange(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <ContactPicker
        workspace={slug}
        channel={channel}
        label={t("as")}
        help={t("asHelp")}
        value={as}
        onChange={onAsChange}
      />
    </>
  );
}
