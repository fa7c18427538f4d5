"use client";

import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Card } from "@/components/ui/display/card";
import { Callout } from "@/components/ui/feedback/callout";
import type { GateVerdict } from "@/lib/domain/notifications/notification";
import type { NotificationStatus } from "@/lib/domain/runs/run";
import type { NotificationDetail } from "./api";
import { useContactName } from "./use-contact-name";
import { useSkipText } from "./use-skip-text";

const tones: Record<NotificationStatus, "success" | "danger" | "warning" | "info"> = {
  sent: "success",
  failed: "danger",
  unknown: "warning",
  skipped: "warning",
  cancelled: "info",
  pending: "info",
};

const verdicts: Record<GateVerdict, { icon: typeof CircleCheck; className: string }> = {
  passed: { icon: CircleCheck, className: "text-success" },
  stopped: { icon: CircleX, className: "text-danger" },
  not_asked: { icon: CircleDashed, className: "text-subtle-foreground" },
};

/** Why this person did or did not get the message. */
export function WhyCard({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations("notifications");
  const { consentGround } = notification;
  const name = useContactName()(notification);
  const skipText = useSkipText()(notification.skip);
  return (
    <Card title={t("why")} description={t("whyDescription")}>
      <Callout tone={tones[notification.status]} title={t(`verdict.${notification.status}`, { name })}>
        {skipText}
      </Callout>
      <ol className="mt-4 divide-y text-sm">
        {notification.gates.map(({ gate, verdict }) => {
          const { icon: Icon, className } = verdicts[verdict];
          return (
            <li key={gate} className="flex min-h-9 items-center gap-2.5 py-1">
              <Icon aria-hidden className={cn("size-4 shrink-0", className)} />
              <span className={cn("flex-1", verdict === "not_asked" && "text-muted-foreground")}>
                {t(`gates.${gate}`)}
              </span>
              <span className="max-w-[60%] text-right text-muted-foreground text-xs">
                {gate === "no_consent" && consentGround
                  ? t(`consentGrounds.${consentGround}`)
                  : t(`verdicts.${verdict}`)}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
