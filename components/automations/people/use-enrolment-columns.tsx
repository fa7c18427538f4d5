"use client";

import { useTranslations } from "next-intl";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import type { Step } from "@/lib/domain/automations/definition";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import type { Enrolment } from "../api";
import { EnrolmentStatusPill } from "../automation-status-pill";
import { useExitWords } from "../words/use-passage-words";
import { useStepName } from "../words/use-step-name";

export function useEnrolmentName(): (enrolment: Pick<Enrolment, "contact">) => string {
  const t = useTranslations("notifications");
  return ({ contact }) => (contact && (displayNameOf(contact) || contact.externalId)) || t("unnamedContact");
}

export function useEnrolmentColumns(steps: readonly Step[]): TableColumn<Enrolment>[] {
  const t = useTranslations("automations.people");
  const nameOf = useEnrolmentName();
  const stepName = useStepName();
  const exitWords = useExitWords();
  return [
    {
      id: "contact",
      header: t("columns.contact"),
      primary: true,
      cell: (enrolment) => nameOf(enrolment),
    },
    {
      id: "status",
      header: t("columns.status"),
      card: "aside",
      cell: ({ status, isTest }) => (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <EnrolmentStatusPill status={status} />
          {isTest ? <Badge tone="info">{t("test")}</Badge> : null}
        </span>
      ),
    },
    {
      id: "step",
      header: t("columns.step"),
      cell: ({ stepId, status }) => (status === "completed" ? "–" : stepName(steps, stepId)),
    },
    {
      id: "reason",
      header: t("columns.reason"),
      cell: ({ exitReason }) => (exitReason ? exitWords(exitReason) : "–"),
    },
    {
      id: "due",
      header: t("columns.due"),
      cell: ({ dueAt, status }) => (status === "active" && dueAt ? <DateTime value={dueAt} /> : "–"),
    },
    {
      id: "version",
      header: t("columns.version"),
      align: "end",
      hidden: true,
      cell: ({ versionNumber, isTest }) => (isTest ? "–" : versionNumber),
    },
    {
      id: "entered",
      header: t("columns.entered"),
      cell: ({ enteredAt }) => <DateTime value={enteredAt} className="text-muted-foreground" />,
    },
    {
      id: "ended",
      header: t("columns.ended"),
      hidden: true,
      cell: ({ endedAt }) => (endedAt ? <DateTime value={endedAt} className="text-muted-foreground" /> : "–"),
    },
  ];
}
