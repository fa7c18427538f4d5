"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { contactHref } from "@/components/contacts/contact-href";
import { ChannelIcon } from "@/components/content/channel-icon";
import type { Device as Surface } from "@/components/content/preview/device";
import { MessagePreview } from "@/components/content/preview/message-preview";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { cn } from "@/components/ui/cn";
import { DateTime } from "@/components/ui/display/date-time";
import type { ShownMessage } from "./api";
import { type Device, platformOf, shortAddress } from "./group-by-device";
import { renderedFrom } from "./rendered-from";

const shownAtFirst = 2;

/** One device and what it shows now, the newest on top. */
export function DeviceCard({ device }: { device: Device }) {
  const t = useTranslations("sandbox");
  const channelNames = useTranslations("content.channels");
  const [isOpen, setOpen] = useState(false);
  const { messages } = device;
  const [newest] = messages;
  const shown = isOpen ? messages : messages.slice(0, shownAtFirst);
  const hidden = messages.length - shown.length;
  return (
    <article
      aria-label={t("deviceOf", { channel: channelNames(newest.channel), address: shortAddress(newest) })}
      className="min-w-0 rounded-lg border bg-card"
    >
      <header className="flex items-center gap-2.5 px-3.5 py-2.5">
        <ChannelIcon channel={newest.channel} />
        <div className="min-w-0 flex-1">
          <Owner message={newest} />
          <p className="truncate font-mono text-muted-foreground text-xs" title={newest.to}>
            {shortAddress(newest)}
          </p>
        </div>
        <CopyButton value={newest.to} label={t("copyAddress")} />
      </header>
      <ul className="flex flex-col gap-3 px-3.5 pb-3.5">
        {shown.map((message) => (
          <li key={message.sequence}>
            {message.channel === "email" ? <Letter message={message} /> : <Shown message={message} />}
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Button variant="ghost" className="mx-3.5 mb-3" onClick={() => setOpen(true)}>
          {t("showEarlier", { count: hidden })}
        </Button>
      ) : null}
    </article>
  );
}

function Owner({ message: { contact, channel } }: { message: ShownMessage }) {
  const t = useTranslations("sandbox");
  const channelNames = useTranslations("content.channels");
  const { slug } = useShell().workspace;
  if (!contact) return <p className="truncate font-medium text-sm">{channelNames(channel)}</p>;
  return (
    <Link
      href={contactHref(slug, contact.id)}
      className="block min-h-6 truncate py-0.5 font-medium text-sm hover:underline"
    >
      {contact.name || t("nameless")}
    </Link>
  );
}

/** An e-mail is as tall as a page: its subject stands for it until somebody opens it. */
function Letter({ message }: { message: ShownMessage }) {
  const t = useTranslations("sandbox");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-9 w-full items-center gap-2 rounded-md border px-2.5 py-1.5 text-left text-sm transition-colors hover:bg-accent"
      >
        <ChevronRight
          aria-hidden
          className={cn("size-4 shrink-0 text-muted-foreground transition-transform", isOpen && "rotate-90")}
        />
        <span className="min-w-0 flex-1 truncate">{message.preview.title || t("noSubject")}</span>
        <DateTime value={message.receivedAt} className="shrink-0 text-muted-foreground text-xs" />
      </button>
      {isOpen ? (
        <div className="mt-2">
          <Shown message={message} />
        </div>
      ) : null}
    </>
  );
}

function Shown({ message }: { message: ShownMessage }) {
  const t = useTranslations("sandbox");
  const format = useFormatter();
  const { workspace } = useShell();
  const { channel, receivedAt, replaced, preview } = message;
  return (
    <>
      <MessagePreview
        channel={channel}
        content={renderedFrom(message)}
        sender={channel === "email" && preview.from ? preview.from : workspace.name}
        device={surfaceOf(message)}
        expanded
      />
      <p className="mt-1 flex flex-wrap justify-between gap-x-3 text-muted-foreground text-xs">
        <DateTime value={receivedAt} />
        {replaced > 0 ? (
          <span>{t("replaced", { count: replaced, shown: format.number(replaced) })}</span>
        ) : null}
      </p>
    </>
  );
}

function surfaceOf({ channel, to, preview }: ShownMessage): Surface {
  switch (channel) {
    case "app_push":
      return platformOf(to) === "ios" ? "ios" : "android";
    case "web_push":
      return "chrome";
    case "email":
      return preview.html ? "email_mobile" : "email_text";
    case "in_app":
      return "inbox";
    default:
      return "phone";
  }
}
