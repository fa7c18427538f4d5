import { useTranslations } from "next-intl";
import type { ContentPreviewResult, RenderedContent } from "@/components/content/api";
import { cn } from "@/components/ui/cn";
import type { Channel } from "@/lib/domain/channels/channel";
import { AndroidNotification } from "./android-notification";
import { SmsBubble, TelegramBubble, WhatsappBubble } from "./chat-bubbles";
import { ChromeNotification } from "./chrome-notification";
import { type Device, devicesOf } from "./device";
import { EmailFrame } from "./email-frame";
import type { FrameProps } from "./frame-props";
import { InboxItem } from "./inbox-item";
import { IosNotification } from "./ios-notification";

export type MessagePreviewProps = {
  channel: Channel;
  content: RenderedContent;
  sender: string;
  device?: Device;
  expanded?: boolean;
  theme?: "light" | "dark";
  sms?: ContentPreviewResult["sms"];
  /** A picture only: nothing in it takes focus or scrolls. */
  still?: boolean;
  className?: string;
};

/** A rendered message on one device. Drawn for the eye; the same words stand beside it for screen readers. */
export function MessagePreview(props: MessagePreviewProps) {
  const { channel, content, sender, device = devicesOf(channel)[0], theme, sms = null, className } = props;
  // An e-mail is a page of its own, to be scrolled and read; the others are pictures of a device.
  const isPicture = props.still || channel !== "email";
  const frame = { content, sender, expanded: props.expanded ?? false, ...(theme && { theme }) };
  return (
    <figure data-theme={theme} className={cn("rounded-xl border", surfaces[device], className)}>
      <figcaption className="sr-only">
        <TextEquivalent channel={channel} content={content} device={device} />
      </figcaption>
      <div aria-hidden={isPicture} inert={isPicture}>
        {draw(channel, device, frame, sms)}
      </div>
    </figure>
  );
}

const wall =
  "bg-background bg-linear-160 from-channel-web-push/45 via-brand-subtle to-channel-app-push/35 px-3 py-6";
const page = "bg-background p-4";

const surfaces: Record<Device, string> = {
  ios: wall,
  android: wall,
  chrome: "bg-background bg-linear-160 from-channel-sms/35 via-background to-channel-telegram/30 p-4",
  email_desktop: page,
  email_mobile: page,
  email_text: page,
  phone: "bg-background px-4 py-5 text-muted-foreground",
  inbox: page,
};

function draw(channel: Channel, device: Device, frame: FrameProps, sms: ContentPreviewResult["sms"]) {
  if (device === "ios") return <IosNotification {...frame} />;
  if (device === "android") return <AndroidNotification {...frame} />;
  if (device === "chrome") return <ChromeNotification {...frame} />;
  if (device === "inbox") return <InboxItem {...frame} />;
  if (device === "email_desktop") return <EmailFrame {...frame} form="desktop" />;
  if (device === "email_mobile") return <EmailFrame {...frame} form="mobile" />;
  if (device === "email_text") return <EmailFrame {...frame} form="text" />;
  if (channel === "telegram") return <TelegramBubble {...frame} />;
  if (channel === "whatsapp") return <WhatsappBubble {...frame} />;
  return <SmsBubble {...frame} sms={sms} />;
}

function TextEquivalent({
  channel,
  content,
  device,
}: {
  channel: Channel;
  content: RenderedContent;
  device: Device;
}) {
  const t = useTranslations("content");
  const lines = [
    t("preview.textOf", { channel: t(`channels.${channel}`), device: t(`devices.${device}`) }),
    content.title && `${t(channel === "email" ? "fields.subject" : "fields.title")}: ${content.title}`,
    content.subtitle &&
      `${t(channel === "email" ? "fields.preheader" : "fields.subtitle")}: ${content.subtitle}`,
    content.body && `${t("fields.body")}: ${content.body}`,
    content.imageUrl && t("preview.withImage"),
    content.actions.length > 0 &&
      `${t("fields.actions")}: ${content.actions.map(({ title }) => title).join(", ")}`,
  ];
  return lines.filter(Boolean).join(". ");
}
