"use client";

import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { type Channel, channels } from "@/lib/domain/channels/channel";

export function ChannelSelect({ value, onChange }: { value: Channel; onChange: (channel: Channel) => void }) {
  const t = useTranslations();
  return (
    <Field label={t("campaigns.content.channel")}>
      <Select
        options={channels.map((channel) => ({
          value: channel,
          label: t(`content.channels.${channel}`),
          icon: <ChannelIcon channel={channel} />,
        }))}
        value={value}
        onValueChange={onChange}
      />
    </Field>
  );
}
