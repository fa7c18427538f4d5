"use client";

import { Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { Callout } from "@/components/ui/feedback/callout";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { toast } from "@/components/ui/feedback/toast";
import type { Channel } from "@/lib/domain/channels/channel";
import { type ContentPreviewRequest, type ContentPreviewResult, findRandomContact } from "./api";
import { type Device, devicesOf, unfolds } from "./preview/device";
import { MessagePreview } from "./preview/message-preview";
import { PersonPicker, type PreviewPerson } from "./preview/person-picker";

export type ContentPreviewProps = {
  /** What the server answered; absent while it is first asked. */
  preview: ContentPreviewResult | undefined;
  /** What it was asked, for a random person's answer. */
  request: ContentPreviewRequest;
  channel: Channel;
  workspace: string;
  person: PreviewPerson;
  onPersonChange: (person: PreviewPerson) => void;
};

/** The message on the devices of its channel, as one person would see it. */
export function ContentPreview(props: ContentPreviewProps) {
  const { preview, request, channel, workspace, person, onPersonChange } = props;
  const t = useTranslations("content");
  const shuffle = async () => {
    const found = await findRandomContact(workspace, request).catch(() => null);
    if (found) onPersonChange({ id: found.id, name: found.name || t("preview.namelessContact") });
    else toast.info(t("preview.noContacts"));
  };
  return (
    <section aria-label={t("preview.title")} className="flex min-w-0 flex-col gap-3">
      <PersonPicker workspace={workspace} value={person} onChange={onPersonChange} onShuffle={shuffle} />
      <DeviceView key={channel} preview={preview} channel={channel} />
      <p className="text-subtle-foreground text-xs">{t("preview.approximate")}</p>
    </section>
  );
}

function DeviceView({ preview, channel }: { preview: ContentPreviewResult | undefined; channel: Channel }) {
  const t = useTranslations("content");
  const { workspace } = useShell();
  const devices = devicesOf(channel);
  const [device, setDevice] = useState<Device>(devices[0]);
  const [expanded, setExpanded] = useState(false);
  const [theme, setTheme] = useState<"light" | "dark">("light");
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {devices.length > 1 ? (
          <SegmentedControl
            label={t("preview.device")}
            segments={devices.map((value) => ({ value, label: t(`devices.${value}`) }))}
            value={device}
            onValueChange={setDevice}
          />
        ) : null}
        {unfolds(device) ? (
          <SegmentedControl
            label={t("preview.size")}
            segments={[
              { value: "short", label: t("preview.collapsed") },
              { value: "full", label: t("preview.expanded") },
            ]}
            value={expanded ? "full" : "short"}
            onValueChange={(value) => setExpanded(value === "full")}
          />
        ) : null}
        <SegmentedControl
          label={t("preview.theme")}
          segments={[
            { value: "light", label: t("preview.light"), icon: <Sun aria-hidden /> },
            { value: "dark", label: t("preview.dark"), icon: <Moon aria-hidden /> },
          ]}
          value={theme}
          onValueChange={setTheme}
          iconOnly
          className="ml-auto"
        />
      </div>
      {preview?.rendered ? (
        <MessagePreview
          channel={channel}
          content={preview.rendered}
          sender={workspace.name}
          device={device}
          expanded={expanded}
          theme={theme}
          sms={preview.sms}
        />
      ) : (
        <Unrendered preview={preview} />
      )}
    </>
  );
}

function Unrendered({ preview }: { preview: ContentPreviewResult | undefined }) {
  const t = useTranslations("content");
  if (preview) return <Callout tone="warning">{t("preview.broken")}</Callout>;
  return (
    <div className="rounded-xl border bg-muted px-3 py-6">
      <Skeleton className="h-20 w-full rounded-2xl" />
    </div>
  );
}
