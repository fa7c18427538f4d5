import { useFormatter, useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Callout } from "@/components/ui/feedback/callout";
import type { DocumentPreview } from "./use-document-import";

/** What a document would become, and what somebody should know before. */
export function DocumentOutcome({ preview }: { preview: DocumentPreview }) {
  const t = useTranslations("campaigns.document");
  const words = useTranslations("content.channels");
  const format = useFormatter();
  const { kind, name, channels, audience, warnings } = preview;
  return (
    <>
      <Callout tone="info" announce title={t(`becomes.${kind}`, { name })}>
        <p className="text-muted-foreground">
          {t("audience", { count: audience, number: format.number(audience, "integer") })}
        </p>
        <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
          {channels.map((channel) => (
            <li key={channel} className="flex items-center gap-1.5">
              <ChannelIcon channel={channel} />
              {words(channel)}
            </li>
          ))}
        </ul>
      </Callout>
      {warnings.length > 0 ? (
        <Callout tone="warning" title={t("warnings", { count: warnings.length })}>
          <Complaints complaints={warnings} />
        </Callout>
      ) : null}
    </>
  );
}

type Complaint = { pointer: string; detail: string };

/** In the document's own words; what is said of several keys is said once. */
export function Complaints({ complaints }: { complaints: readonly Complaint[] }) {
  const byDetail = [...Map.groupBy(complaints, ({ detail }) => detail)];
  return (
    <ul className="mt-1.5 flex flex-col gap-2">
      {byDetail.map(([detail, group]) => (
        <li key={detail}>
          {detail}
          <span className="block break-words font-mono text-muted-foreground text-xs">
            {group
              .map(({ pointer }) => pointer)
              .filter(Boolean)
              .join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
