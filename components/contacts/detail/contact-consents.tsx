import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import type { ContactDetail } from "../api";

/** What the person said, where and when. */
export function ContactConsents({ consents }: { consents: ContactDetail["consents"] }) {
  const t = useTranslations("contacts");
  const tContent = useTranslations("content");
  return (
    <Card title={t("consents")} description={t("consentsHelp")} flush>
      {consents.length === 0 ? (
        <p className="px-5 py-4 text-muted-foreground text-sm">{t("noConsents")}</p>
      ) : (
        <ul className="divide-y">
          {consents.map(({ channel, category, status, source, occurredAt }) => (
            <li
              key={`${channel}-${category}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 text-sm"
            >
              <span className="flex w-40 shrink-0 items-center gap-2">
                <ChannelIcon channel={channel} />
                {tContent(`channels.${channel}`)}
              </span>
              <span className="min-w-0 flex-1 basis-40">{tContent(`categories.${category}`)}</span>
              <span className="text-muted-foreground text-xs">
                {source} · <DateTime value={occurredAt} display="dateTime" />
              </span>
              <StatusPill status={status === "granted" ? "done" : "stopped"}>
                {t(`consentStatuses.${status}`)}
              </StatusPill>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
