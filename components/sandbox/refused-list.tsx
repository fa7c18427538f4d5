"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { RefusedMessage } from "./api";

/** What the sandbox did not take over, and why. */
export function RefusedList({ messages }: { messages: readonly RefusedMessage[] }) {
  const t = useTranslations("sandbox");
  const results = useTranslations("sandbox.results");
  if (messages.length === 0) {
    return (
      <EmptyState
        icon={<CircleCheck aria-hidden />}
        title={t("noneRefusedTitle")}
        description={t("noneRefusedDescription")}
      />
    );
  }
  return (
    <ul className="divide-y rounded-lg border bg-card">
      {messages.map((message) => (
        <li
          key={message.sequence}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm"
        >
          <ChannelIcon channel={message.channel} />
          <span className="min-w-0 flex-1 truncate font-mono text-xs max-sm:basis-4/5" title={message.to}>
            {message.contact?.name ? `${message.contact.name} · ` : ""}
            {message.to}
          </span>
          <StatusPill status="failed">
            {results.has(message.result) ? results(message.result) : message.result}
          </StatusPill>
          <DateTime value={message.receivedAt} className="text-muted-foreground text-xs" />
        </li>
      ))}
    </ul>
  );
}
