"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { type Channel, channels } from "@/lib/domain/channels/channel";

export type ChannelOrderProps = { value: Channel[]; onChange: (channels: Channel[]) => void };

/** The channels in the order in which they are tried. */
export function ChannelOrder({ value, onChange }: ChannelOrderProps) {
  const t = useTranslations("automations.message");
  const tChannel = useTranslations("content.channels");
  const [announcement, setAnnouncement] = useState("");
  const others = channels.filter((channel) => !value.includes(channel));
  const move = (from: number, to: number) => {
    const channel = value[from];
    if (!channel || to < 0 || to >= value.length) return;
    onChange(value.toSpliced(from, 1).toSpliced(to, 0, channel));
    setAnnouncement(t("channelMoved", { channel: tChannel(channel), number: to + 1, total: value.length }));
  };
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-sm">{t("channels")}</legend>
      <p className="text-muted-foreground text-xs">{t("channelsHelp")}</p>
      <ol className="mt-2 flex max-w-md flex-col divide-y rounded-md border">
        {value.map((channel, position) => {
          const name = tChannel(channel);
          return (
            <li key={channel} className="flex min-h-9 items-center gap-2 py-0.5 pr-1 pl-3 text-sm">
              <span className="w-4 text-muted-foreground tabular-nums">{position + 1}</span>
              <ChannelIcon channel={channel} />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <IconButton
                size="sm"
                icon={<ArrowUp />}
                label={t("channelUp", { channel: name })}
                onClick={() => move(position, position - 1)}
              />
              <IconButton
                size="sm"
                icon={<ArrowDown />}
                label={t("channelDown", { channel: name })}
                onClick={() => move(position, position + 1)}
              />
              {value.length > 1 ? (
                <IconButton
                  size="sm"
                  icon={<X />}
                  label={t("channelRemove", { channel: name })}
                  onClick={() => onChange(value.toSpliced(position, 1))}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      {others.length > 0 ? (
        <Menu
          align="start"
          trigger={
            <Button size="sm" className="mt-2" icon={<Plus />}>
              {t("channelAdd")}
            </Button>
          }
        >
          {others.map((channel) => (
            <MenuItem
              key={channel}
              icon={<ChannelIcon channel={channel} />}
              onClick={() => onChange([...value, channel])}
            >
              {tChannel(channel)}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </fieldset>
  );
}
