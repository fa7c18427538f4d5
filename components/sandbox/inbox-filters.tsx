"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Button } from "@/components/ui/actions/button";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { useSteady } from "@/lib/browser/use-steady";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import type { InboxFilterState } from "./use-inbox-filters";

/** An address is looked for whole, so it is searched on Enter and not while it is typed. */
export function InboxFilters({ filters }: { filters: InboxFilterState }) {
  const t = useTranslations("sandbox");
  const channelNames = useTranslations("content.channels");
  const [text, setText] = useState(filters.to);
  const isFiltered = useSteady(filters.isFiltered);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void filters.setTo(text);
  };
  const clear = () => {
    setText("");
    void filters.clear();
  };
  return (
    <search>
      <form onSubmit={handleSubmit} className="flex flex-wrap items-center gap-2">
        <div className="w-full sm:w-72">
          <Input
            aria-label={t("recipient")}
            placeholder={t("recipientPlaceholder")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => void filters.setTo(text)}
            prefix={<Search aria-hidden />}
            spellCheck={false}
          />
        </div>
        <Select<Channel | "all">
          aria-label={t("channel")}
          value={filters.channel ?? "all"}
          onValueChange={(value) => void filters.setChannel(value === "all" ? null : value)}
          options={[
            { value: "all", label: t("allChannels") },
            ...channels.map((value) => ({
              value,
              label: channelNames(value),
              icon: <ChannelIcon channel={value} />,
            })),
          ]}
          className="w-48 max-sm:flex-1"
        />
        {isFiltered ? (
          <Button variant="ghost" icon={<X />} onClick={clear}>
            {t("clear")}
          </Button>
        ) : null}
      </form>
    </search>
  );
}
