"use client";

import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { type ConnectableKind, channelOfKind, connectableKinds } from "@/lib/domain/providers/provider";

export type KindChoiceProps = { value: ConnectableKind; onValueChange: (kind: ConnectableKind) => void };

export function KindChoice({ value, onValueChange }: KindChoiceProps) {
  const t = useTranslations("providers");
  return (
    <RadioGroup<ConnectableKind>
      aria-label={t("kind")}
      appearance="cards"
      value={value}
      onValueChange={onValueChange}
      options={connectableKinds.map((kind) => ({
        value: kind,
        label: t(`kinds.${kind}.name`),
        description: t(`kinds.${kind}.description`),
        icon: <ChannelIcon channel={channelOfKind[kind]} />,
      }))}
    />
  );
}
