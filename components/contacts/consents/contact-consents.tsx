import { Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import type { ContactDetail } from "../api";
import { ConsentDialog } from "./consent-dialog";

export type ContactConsentsProps = { workspace: string; contact: ContactDetail };

/** What the person said, where and when; whoever may change contacts writes down what they say next. */
export function ContactConsents({ workspace, contact }: ContactConsentsProps) {
  const t = useTranslations("contacts");
  const tContent = useTranslations("content");
  const mayWrite = useMay("contacts.write");
  const { consents } = contact;
  return (
    <Card
      title={t("consents")}
      description={t("consentsHelp")}
      flush
      actions={
        mayWrite ? (
          <ConsentDialog
            workspace={workspace}
            contact={contact}
            trigger={<Button icon={<Plus />}>{t("consent.record")}</Button>}
          />
        ) : null
      }
    >
      {consents.length === 0 ? (
        <p className="px-5 py-4 text-muted-foreground text-sm">{t("noConsents")}</p>
      ) : (
        <ul className="divide-y">
          {consents.map((consent) => {
            const { channel, category, status, source, occurredAt } = consent;
            const channelName = tContent(`channels.${channel}`);
            return (
              <li
                key={`${channel}-${category}`}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 text-sm"
              >
                <span className="flex w-40 shrink-0 items-center gap-2">
                  <ChannelIcon channel={channel} />
                  {channelName}
                </span>
                <span className="min-w-0 flex-1 basis-40">{tContent(`categories.${category}`)}</span>
                <span className="text-muted-foreground text-xs">
                  {t.has(`consentSources.${source}`) ? t(`consentSources.${source}`) : source} ·{" "}
                  <DateTime value={occurredAt} display="date" />
                </span>
                <StatusPill status={status === "granted" ? "done" : "stopped"}>
                  {t(`consentStatuses.${status}`)}
                </StatusPill>
                {mayWrite ? (
                  <ConsentDialog
                    workspace={workspace}
                    contact={contact}
                    known={consent}
                    trigger={
                      <IconButton label={t("consent.change", { channel: channelName })} icon={<Pencil />} />
                    }
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
