"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { notificationOptions, notificationsOptions } from "@/components/notifications/api";
import { notificationHref } from "@/components/notifications/notification-href";
import { useCodeWords } from "@/components/notifications/use-code-words";
import { Callout } from "@/components/ui/feedback/callout";
import { Spinner } from "@/components/ui/feedback/spinner";

const pollMillis = 700;

const isSettled = (list: { data: { status: string }[] } | undefined): boolean =>
  list?.data[0] !== undefined && list.data[0].status !== "pending";

export type TestResultProps = { runId: string; contactId: string; workspace: string };

/** Asks until the provider has answered, then says what it answered. */
export function TestResult({ runId, contactId, workspace }: TestResultProps) {
  const t = useTranslations("campaigns");
  const tSkipped = useTranslations("notifications.skipReasons");
  const codeWords = useCodeWords();
  // The list of the run is empty at first, where the notification itself would be an error.
  const settled = useQuery({
    ...notificationsOptions(workspace, { runId, contactId }),
    placeholderData: undefined,
    refetchInterval: ({ state }) => (isSettled(state.data) ? false : pollMillis),
  });
  const { data } = useQuery({
    ...notificationOptions(workspace, { runId, contactId }),
    enabled: isSettled(settled.data),
  });
  if (!data) {
    return (
      <p role="status" className="flex items-center gap-2 text-muted-foreground text-sm">
        <Spinner /> {t("test.waiting")}
      </p>
    );
  }
  const detail = data.deliveries.find((delivery) => delivery.detail)?.detail;
  const link = <Link href={notificationHref(workspace, { runId, contactId })}>{t("test.details")}</Link>;
  if (data.status === "sent") {
    return (
      <Callout tone="success" announce title={t("test.sent")}>
        {t("test.sentHelp")} {link}
      </Callout>
    );
  }
  const reason = data.skipReason
    ? tSkipped(data.skipReason)
    : [codeWords(data.code ?? ""), detail].filter(Boolean).join(": ");
  return (
    <Callout
      tone={data.status === "skipped" ? "warning" : "danger"}
      announce
      title={t(data.status === "skipped" ? "test.skipped" : "test.notSent")}
    >
      {reason} {link}
    </Callout>
  );
}
