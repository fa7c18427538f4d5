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
import { type ContentPreviewRequest, type ContentPreviewResult, useRandomContact } from "./api";
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
  const random = useRandomContact(workspace);
  const handleShuffled = (found: ContentPreviewResult["contact"]) => {
    if (found) onPersonChange({ id: found.id, name: found.name || t("preview.namelessContact") });
    else toast.info(t("preview.noContacts"));
  };
  return (
    <section aria-label={t("preview.title")} className="flex min-w-0 flex-col gap-3">
      <PersonPicker
        workspace={workspace}
        channel={channel}
        value={person}
        onChange={onPersonChange}
        onShuffle={() => random.mutate(request, { onSuccess: handleShuffled })}
      />
      <DeviceView key={channel} preview={preview} channel={channel} />
      <p className="text-subtle-foreground text-xs">{t("preview.approximate")}</p>
    </section>
  );
}

type View = { device: Device; expanded: boolean; theme: "light" | "dark" };

function DeviceView({ preview, channel }: { preview: ContentPreviewResult | undefined; channel: Channel }) {
  const { workspace } = useShell();
  const [view, setView] = useState<View>({ device: devicesOf(channel)[0], expanded: false, theme: "light" });
  return (
    <>
      <ViewControls channel={channel} view={view} onChange={setView} />
      {preview?.rendered ? (
        <MessagePreview
          channel={channel}
          content={preview.rendered}
          sender={workspace.name}
          sms={preview.sms}
          {...view}
        />
      ) : (
        <Unrendered preview={preview} />
      )}
    </>
  );
}

type ViewControlsProps = { channel: Channel; view: View; onChange: (view: View) => void };

function ViewControls({ channel, view, onChange }: ViewControlsProps) {
  const t = useTranslations("content");
  const devices = devicesOf(channel);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {devices.length > 1 ? (
        <SegmentedControl
          label={t("preview.device")}
          segments={devices.map((value) => ({ value, label: t(`devices.${value}`) }))}
          value={view.device}
          onValueChange={(device) => onChange({ ...view, device })}
        />
      ) : null}
      {unfolds(view.device) ? (
        <SegmentedControl
          label={t("preview.size")}
          segments={[
            { value: "short", label: t("preview.collapsed") },
            { value: "full", label: t("preview.expanded") },
          ]}
          value={view.expanded ? "full" : "short"}
          onValueChange={(size) => onChange({ ...view, expanded: size === "full" })}
        />
      ) : null}
      <SegmentedControl
        label={t("preview.theme")}
        segments={[
          { value: "light", label: t("preview.light"), icon: <Sun aria-hidden /> },
          { value: "dark", label: t("preview.dark"), icon: <Moon aria-hidden /> },
        ]}
        value={view.theme}
        onValueChange={(theme) => onChange({ ...view, theme })}
        iconOnly
        className="ml-auto"
      />
    </div>
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
