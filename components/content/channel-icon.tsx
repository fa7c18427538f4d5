import {
  AppWindow,
  Inbox,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquareText,
  Send,
  Smartphone,
} from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { Channel } from "@/lib/domain/channels/channel";

const icons: Record<Channel, { icon: LucideIcon; className: string }> = {
  app_push: { icon: Smartphone, className: "text-channel-app-push" },
  web_push: { icon: AppWindow, className: "text-channel-web-push" },
  email: { icon: Mail, className: "text-channel-email" },
  sms: { icon: MessageSquareText, className: "text-channel-sms" },
  whatsapp: { icon: MessageCircle, className: "text-channel-whatsapp" },
  telegram: { icon: Send, className: "text-channel-telegram" },
  in_app: { icon: Inbox, className: "text-channel-in-app" },
};

/** Beside the channel's name, never instead of it. */
export function ChannelIcon({ channel, className }: { channel: Channel; className?: string }) {
  const { icon: Icon, className: colour } = icons[channel];
  return <Icon aria-hidden className={cn("size-4 shrink-0", colour, className)} />;
}
