import { Activity } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TrackedEvent } from "@/components/events/api";
import { useEventName } from "@/components/events/use-event-name";
import { hrefOf } from "@/components/layout/navigation";
import { DateTime } from "@/components/ui/display/date-time";
import { toWireId } from "@/lib/contracts/wire/ids";

/** Something that the contact did. */
export function TimelineEvent({ workspace, event }: { workspace: string; event: TrackedEvent }) {
  const t = useTranslations("events");
  const nameOf = useEventName();
  const contact = toWireId("contact", event.contactId);
  const href = hrefOf(workspace, `events?contact=${contact}&event=${toWireId("event", event.id)}`);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm">
      <Activity aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <Link href={href} className="min-w-0 truncate font-medium underline-offset-4 hover:underline">
        {nameOf(event.name)}
      </Link>
      <span className="min-w-0 truncate text-muted-foreground text-xs">
        {(event.campaign ?? event.automation)?.name ?? t(`sources.${event.source}`)}
      </span>
      <span className="ml-auto text-muted-foreground text-xs">
        <DateTime value={event.occurredAt} />
      </span>
    </li>
  );
}
