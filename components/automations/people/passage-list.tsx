"use client";

import { useQuery } from "@tanstack/react-query";
import {
  Check,
  CircleCheckBig,
  CircleSlash,
  DoorOpen,
  Hourglass,
  LogIn,
  type LucideIcon,
  RotateCcw,
  Send,
  TriangleAlert,
  X,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { notificationHref } from "@/components/notifications/notification-href";
import { NotificationPill } from "@/components/notifications/notification-pill";
import { useCodeWords } from "@/components/notifications/use-code-words";
import { DateTime } from "@/components/ui/display/date-time";
import type { PassageOutcome } from "@/lib/domain/automations/automation";
import type { Step } from "@/lib/domain/automations/definition";
import { type Automation, type EnrolmentTimeline, type Passage, versionsOptions } from "../api";
import { usePassageWords } from "../words/use-passage-words";
import { knownSteps, useStepName } from "../words/use-step-name";

const passageIcons: Record<PassageOutcome, LucideIcon> = {
  entered: LogIn,
  reset: RotateCcw,
  waiting: Hourglass,
  waited: Check,
  met: Check,
  not_met: X,
  sent: Send,
  unreachable: CircleSlash,
  completed: CircleCheckBig,
  exited: DoorOpen,
  failed: TriangleAlert,
};

export type PassageListProps = { automation: Automation; enrolment: EnrolmentTimeline };

/** Each thing that happened to the person, the first one first. */
export function PassageList({ automation, enrolment }: PassageListProps) {
  const t = useTranslations("automations.people");
  const steps = useStepsOf(automation, enrolment);
  if (enrolment.passages.length === 0)
    return <p className="text-muted-foreground text-sm">{t("nothingYet")}</p>;
  return (
    <ol className="flex flex-col">
      {enrolment.passages.map((passage, position) => (
        // Passages are only ever added at the end.
        <Entry key={position.toString()} passage={passage} steps={steps} />
      ))}
    </ol>
  );
}

/** Of the version the person follows; a test follows the draft as it was. */
function useStepsOf(automation: Automation, { versionNumber, isTest }: EnrolmentTimeline): readonly Step[] {
  const { slug } = useShell().workspace;
  const { data } = useQuery({ ...versionsOptions(slug, automation.id), enabled: !isTest });
  const version = data?.data.find(({ number }) => number === versionNumber);
  return version?.definition.steps ?? knownSteps(automation);
}

function Entry({ passage, steps }: { passage: Passage; steps: readonly Step[] }) {
  const words = usePassageWords();
  const stepName = useStepName();
  const { at, stepId, outcome, notification } = passage;
  const Icon = passageIcons[outcome];
  return (
    <li className="relative flex gap-3 pb-5 text-sm last:pb-0 not-last:before:absolute not-last:before:top-7 not-last:before:bottom-0 not-last:before:left-3.5 not-last:before:w-px not-last:before:bg-border">
      <span
        aria-hidden
        className="flex size-7 shrink-0 items-center justify-center rounded-full border bg-card text-muted-foreground"
      >
        <Icon className="size-3.5" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="min-w-0 break-words font-medium">{words(passage)}</span>
          <span className="text-muted-foreground text-xs">
            <DateTime value={at} display="dateTime" />
          </span>
        </div>
        {outcome === "completed" ? null : (
          <p className="text-muted-foreground text-xs">{stepName(steps, stepId)}</p>
        )}
        {notification ? <Outcome notification={notification} /> : null}
      </div>
    </li>
  );
}

/** What became of the message that was handed over here. */
function Outcome({ notification }: { notification: NonNullable<Passage["notification"]> }) {
  const t = useTranslations("automations.people");
  const { slug } = useShell().workspace;
  const reasonWords = useReasonWords();
  const { id, status, reason } = notification;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <NotificationPill status={status} />
      {reason ? <span className="text-muted-foreground">{reasonWords(reason)}</span> : null}
      <Link href={notificationHref(slug, id)} className="font-medium underline underline-offset-4">
        {t("toNotification")}
      </Link>
    </p>
  );
}

/** The gate's reason, or the provider's code. */
function useReasonWords(): (reason: string) => string {
  const t = useTranslations("notifications.skipReasons");
  const codeWords = useCodeWords();
  return (reason) => (t.has(reason) ? t(reason) : codeWords(reason));
}
