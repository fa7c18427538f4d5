"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { IconButton } from "@/components/ui/actions/icon-button";
import { cn } from "@/components/ui/cn";
import { Switch } from "@/components/ui/forms/switch";
import type { Channel } from "@/lib/domain/channels/channel";
import { daytime } from "@/lib/domain/timing/sending-rules";
import { isUsableWindow, type SendingWindow } from "@/lib/domain/timing/sending-window";
import { useTimingWords } from "../use-timing-words";
import { WindowGrid } from "../window/window-grid";

export type ChannelHoursProps = {
  channel: Channel;
  /** Null: at any hour. */
  window: SendingWindow | null;
  disabled: boolean;
  onChange: (window: SendingWindow | null) => void;
};

/** One channel: its hours in a sentence, and the grid behind it. */
export function ChannelHours({ channel, window, disabled, onChange }: ChannelHoursProps) {
  const t = useTranslations("timing.rules.hours");
  const tChannel = useTranslations("content.channels");
  const words = useTimingWords();
  const [isOpen, setOpen] = useState(false);
  const gridId = useId();
  const name = tChannel(channel);
  return (
    <div className="rounded-lg border bg-card">
      <div className="flex items-center gap-3 px-3 py-2.5">
        <ChannelIcon channel={channel} />
        <div className="min-w-0 flex-1">
          <h3 className="font-medium text-sm">{name}</h3>
          <p className="text-muted-foreground text-sm tabular-nums">
            {window === null ? t("any") : isUsableWindow(window) ? words.window(window) : t("incomplete")}
          </p>
        </div>
        <Switch
          aria-label={t("restrict", { channel: name })}
          checked={window !== null}
          disabled={disabled}
          onCheckedChange={(isOn) => {
            onChange(isOn ? daytime : null);
            setOpen(isOn);
          }}
        />
        {window ? (
          <IconButton
            icon={<ChevronDown className={cn("transition-transform", isOpen && "rotate-180")} aria-hidden />}
            label={t(isOpen ? "hideDays" : "showDays", { channel: name })}
            aria-expanded={isOpen}
            aria-controls={gridId}
            onClick={() => setOpen(!isOpen)}
          />
        ) : (
          <span aria-hidden className="size-8" />
        )}
      </div>
      {window && isOpen ? (
        <div id={gridId} className="border-t p-3">
          <WindowGrid label={name} value={window} onChange={onChange} disabled={disabled} />
        </div>
      ) : null}
    </div>
  );
}
