"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { Switch } from "@/components/ui/forms/switch";
import { pastZonePolicies } from "@/lib/domain/timing/resolve-send-time";
import { startOf } from "@/lib/domain/timing/run-timing";
import type { OpenDraft } from "../use-draft-store";
import { changeTiming } from "./change-timing";

/** Whose clock the time is read from, and what becomes of those whose clock is past it. */
export function OwnClock({ open, workspaceZone }: { open: OpenDraft; workspaceZone: string }) {
  const t = useTranslations("campaigns.schedule.ownClock");
  const { timing } = open.draft;
  const isOwn = timing.clock === "recipient";
  return (
    <div className="flex flex-col gap-4 border-t pt-4">
      <Switch
        label={t("label")}
        description={t("help")}
        checked={isOwn}
        onCheckedChange={(next) => changeTiming(open, { clock: next ? "recipient" : "workspace" })}
      />
      {isOwn ? (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label={t("whenPast")} help={t("whenPastHelp")}>
            <Select
              options={pastZonePolicies.map((value) => ({ value, label: t(`policies.${value}`) }))}
              value={timing.whenPast}
              onValueChange={(whenPast) => changeTiming(open, { whenPast })}
            />
          </Field>
          <Waves open={open} workspaceZone={workspaceZone} />
        </div>
      ) : null}
    </div>
  );
}

/** From Kiritimati, the first, to the last zones of the Pacific. */
const spreadMillis = 26 * 3_600_000;

function Waves({ open, workspaceZone }: { open: OpenDraft; workspaceZone: string }) {
  const t = useTranslations("campaigns.schedule.ownClock");
  const format = useFormatter();
  const { scheduledAt, timing } = open.draft;
  if (!scheduledAt) return <p className="text-muted-foreground text-sm sm:pt-6">{t("waves")}</p>;
  const first = startOf(timing, workspaceZone, scheduledAt);
  const last = new Date(first.getTime() + spreadMillis);
  return (
    <p className="text-muted-foreground text-sm sm:pt-6">
      {t("wavesBetween", {
        first: format.dateTime(first, "dateTime"),
        last: format.dateTime(last, "dateTime"),
      })}
    </p>
  );
}
