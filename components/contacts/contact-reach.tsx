import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { cn } from "@/components/ui/cn";
import type { Channel } from "@/lib/domain/channels/channel";
import type { ConsentMode } from "@/lib/domain/workspaces/workspace";
import type { Contact } from "./api";

type Said = "granted" | "denied" | "none" | "missing";

/** Where a contact has an address that works, and whether they want marketing there. */
export function ContactReach({ contact, consentMode }: { contact: Contact; consentMode: ConsentMode }) {
  const t = useTranslations("contacts.reach");
  const names = useTranslations("content.channels");
  const active = contact.subscriptions.filter((subscription) => subscription.status === "active");
  const channels = [...new Set(active.map((subscription) => subscription.channel))];
  return (
    <span className="flex items-center gap-2">
      {channels.map((channel) => {
        const said = saidOf(contact, channel, consentMode);
        const text = t(said, { channel: names(channel) });
        return (
          <span key={channel} className="relative inline-flex" title={text}>
            <ChannelIcon
              channel={channel}
              className={cn((said === "denied" || said === "missing") && "text-muted-foreground opacity-50")}
            />
            {said === "denied" ? <X aria-hidden className={cn(mark, "text-danger")} /> : null}
            {said === "granted" ? <Check aria-hidden className={cn(mark, "text-success")} /> : null}
            <span className="sr-only">{text}</span>
          </span>
        );
      })}
    </span>
  );
}

const mark = "absolute -right-1.5 -bottom-1 size-3 rounded-full bg-card stroke-3";

/** A workspace that asks for a yes first writes to nobody without one. */
function saidOf({ consents }: Contact, channel: Channel, consentMode: ConsentMode): Said {
  const consent = consents.find((one) => one.channel === channel && one.category === "marketing");
  if (consent) return consent.status;
  return consentMode === "opt_in" ? "missing" : "none";
}
