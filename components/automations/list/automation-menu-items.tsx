"use client";

import { Archive, Pause, Pencil, Play, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay, useShell } from "@/components/layout/shell-context";
import { MenuItem } from "@/components/ui/overlays/menu";
import { MenuSeparator } from "@/components/ui/overlays/menu-group";
import { mayDo } from "@/lib/domain/automations/automation";
import type { AutomationSummary } from "../api";
import type { AskedAct } from "../automation-confirm";
import { automationHref } from "../automation-href";
import { useAutomationActs } from "../use-automation-acts";

export type AutomationMenuItemsProps = { automation: AutomationSummary; onAsk: (asked: AskedAct) => void };

/** What the transition table and the person's role allow. */
export function AutomationMenuItems({ automation, onAsk }: AutomationMenuItemsProps) {
  const t = useTranslations("automations.acts");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("automations.write");
  const mayPublish = useMay("automations.publish");
  const { change } = useAutomationActs(slug);
  const { status } = automation;
  const mayArchive = mayPublish && mayDo(status, "archive");
  const mayDelete = mayWrite && mayDo(status, "delete");
  if (!mayWrite && !mayPublish) return <MenuItem disabled>{t("none")}</MenuItem>;
  return (
    <>
      <MenuItem icon={<Pencil />} href={automationHref(slug, automation.id)}>
        {t(mayDo(status, "edit") ? "edit" : "open")}
      </MenuItem>
      {mayPublish && mayDo(status, "pause") ? (
        <MenuItem icon={<Pause />} onClick={() => change.mutate({ act: "pause", automation })}>
          {t("pause")}
        </MenuItem>
      ) : null}
      {mayPublish && mayDo(status, "resume") ? (
        <MenuItem icon={<Play />} onClick={() => change.mutate({ act: "resume", automation })}>
          {t("resume")}
        </MenuItem>
      ) : null}
      {mayArchive || mayDelete ? <MenuSeparator /> : null}
      {mayArchive ? (
        <MenuItem icon={<Archive />} danger onClick={() => onAsk({ act: "archive", automation })}>
          {t("archive")}
        </MenuItem>
      ) : null}
      {mayDelete ? (
        <MenuItem icon={<Trash2 />} danger onClick={() => onAsk({ act: "delete", automation })}>
          {t("delete")}
        </MenuItem>
      ) : null}
    </>
  );
}
