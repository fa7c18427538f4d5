import { useTranslations } from "next-intl";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import type { AutomationStatus, EnrolmentStatus } from "@/lib/domain/automations/automation";

const tones: Record<AutomationStatus, StatusTone> = {
  draft: "idle",
  live: "done",
  paused: "paused",
  archived: "stopped",
};

export function AutomationStatusPill({ status }: { status: AutomationStatus }) {
  const t = useTranslations("automations.statuses");
  return <StatusPill status={tones[status]}>{t(status)}</StatusPill>;
}

const enrolmentTones: Record<EnrolmentStatus, StatusTone> = {
  active: "waiting",
  completed: "done",
  exited: "stopped",
};

export function EnrolmentStatusPill({ status }: { status: EnrolmentStatus }) {
  const t = useTranslations("automations.enrolmentStatuses");
  return <StatusPill status={enrolmentTones[status]}>{t(status)}</StatusPill>;
}
