"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Callout } from "@/components/ui/feedback/callout";
import type { Trial } from "../api";

const tones: Record<Trial["outcome"], "success" | "warning" | "danger"> = {
  accepted: "success",
  recipient_gone: "warning",
  opted_out: "warning",
  content_rejected: "danger",
  transient: "warning",
  throttled: "warning",
  auth_or_config: "danger",
  ambiguous: "warning",
};

/** The provider's answer, in its own words below ours. */
export function TrialAnswer({ trial, isSandbox = false }: { trial: Trial; isSandbox?: boolean }) {
  const t = useTranslations("providers.trial");
  const outcomes = useTranslations("providers.outcomes");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const { outcome, code, detail, providerMessageId, sentTo, tookMs } = trial;
  const mono = "break-all font-mono text-xs";
  const items = [
    { term: t("sentTo"), detail: <span className={mono}>{sentTo}</span> },
    { term: t("code"), detail: <span className={mono}>{code}</span> },
    ...(detail ? [{ term: t("detail"), detail }] : []),
    ...(providerMessageId ? [{ term: t("messageId"), detail: <MessageId id={providerMessageId} /> }] : []),
    { term: t("took"), detail: t("millis", { millis: format.number(tookMs) }) },
  ];
  return (
    <div className="flex flex-col gap-3">
      <Callout announce tone={tones[outcome]} title={outcomes(`${outcome}.title`)}>
        {outcomes(`${outcome}.help`)}
        {isSandbox && outcome === "accepted" ? (
          <>
            {" "}
            <Link href={hrefOf(slug, "sandbox")}>{t("openSandbox")}</Link>
          </>
        ) : null}
      </Callout>
      <DescriptionList items={items} />
    </div>
  );
}

function MessageId({ id }: { id: string }) {
  const t = useTranslations("providers.trial");
  return (
    <span className="flex items-start gap-1">
      <span className="break-all font-mono text-xs">{id}</span>
      <CopyButton value={id} label={t("copyMessageId")} />
    </span>
  );
}
