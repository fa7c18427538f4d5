"use client";

import { useQuery } from "@tanstack/react-query";
import { Route } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/display/badge";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { useLive } from "@/lib/browser/realtime/use-live";
import { contactEnrolmentsOptions, type Enrolment } from "../api";
import { enrolmentHref } from "../automation-href";
import { EnrolmentStatusPill } from "../automation-status-pill";
import { useExitWords } from "../words/use-passage-words";

/** The automations that a contact is or was in. */
export function ContactEnrolments({ workspace, contactId }: { workspace: string; contactId: string }) {
  const t = useTranslations("automations.ofContact");
  const query = useQuery(useLive(contactEnrolmentsOptions(workspace, contactId)));
  const enrolments = query.data?.data ?? [];
  return (
    <Card title={t("title")} description={t("help")} flush>
      {query.isPending ? <Skeleton className="m-5 h-16" /> : null}
      {query.isError ? <ErrorState onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && enrolments.length === 0 ? (
        <EmptyState
          className="py-8"
          icon={<Route aria-hidden />}
          title={t("empty")}
          description={t("emptyHelp")}
        />
      ) : null}
      <ul className="divide-y">
        {enrolments.map((enrolment) => (
          <Row key={enrolment.id} workspace={workspace} enrolment={enrolment} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ workspace, enrolment }: { workspace: string; enrolment: Enrolment }) {
  const t = useTranslations("automations.people");
  const exitWords = useExitWords();
  const { automationName, status, exitReason, isTest, enteredAt } = enrolment;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm">
      <Link
        href={enrolmentHref(workspace, enrolment)}
        className="min-w-0 truncate font-medium underline-offset-4 hover:underline"
      >
        {automationName}
      </Link>
      <EnrolmentStatusPill status={status} />
      {isTest ? <Badge tone="info">{t("test")}</Badge> : null}
      {exitReason ? <span className="text-muted-foreground text-xs">{exitWords(exitReason)}</span> : null}
      <span className="ml-auto text-muted-foreground text-xs">
        <DateTime value={enteredAt} />
      </span>
    </li>
  );
}
