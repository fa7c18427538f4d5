"use client";

import { Archive, GitCompareArrows, History, Pause, Play, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay, useShell } from "@/components/layout/shell-context";
import { MenuItem } from "@/components/ui/overlays/menu";
import { MenuSeparator } from "@/components/ui/overlays/menu-group";
import { mayDo } from "@/lib/domain/automations/automation";
import type { Automation } from "../api";
import type { AskedAct } from "../automation-confirm";
import { useAutomationActs } from "../use-automation-acts";

export type HeaderDialog = "differences" | "versions" | "test";

export type HeaderMenuItemsProps = {
  automation: Automation;
  /** Stores the open draft: an act raises the version that the draft is stored on. */
  onBeforeAct: () => Promise<boolean>;
  onAsk: (asked: AskedAct) => void;
  onOpen: (dialog: HeaderDialog) => void;
};

export function HeaderMenuItems({ automation, onBeforeAct, onAsk, onOpen }: HeaderMenuItemsProps) {
  const t = useTranslations("automations.acts");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("automations.write");
  const mayPublish = useMay("automations.publish");
  const { change } = useAutomationActs(slug);
  const { status, live } = automation;
  const can = (act: "pause" | "resume" | "archive") => mayPublish && mayDo(status, act);
  const mayDelete = mayWrite && mayDo(status, "delete");
  // What could not be stored says so itself.
  const afterStoring = (act: () => void) => void onBeforeAct().then((isStored) => isStored && act());
  const act = (name: "pause" | "resume") => afterStoring(() => change.mutate({ act: name, automation }));
  const ask = (name: AskedAct["act"]) => afterStoring(() => onAsk({ act: name, automation }));
  return (
    <>
      <MenuItem icon={<GitCompareArrows />} disabled={live === null} onClick={() => onOpen("differences")}>
        {t("differences")}
      </MenuItem>
      <MenuItem icon={<History />} disabled={live === null} onClick={() => onOpen("versions")}>
        {t("versions")}
      </MenuItem>
      {can("pause") ? (
        <MenuItem icon={<Pause />} onClick={() => act("pause")}>
          {t("pause")}
        </MenuItem>
      ) : null}
      {can("resume") ? (
        <MenuItem icon={<Play />} onClick={() => act("resume")}>
          {t("resume")}
        </MenuItem>
      ) : null}
      {can("archive") || mayDelete ? <MenuSeparator /> : null}
      {can("archive") ? (
        <MenuItem icon={<Archive />} danger onClick={() => ask("archive")}>
          {t("archive")}
        </MenuItem>
      ) : null}
      {mayDelete ? (
        <MenuItem icon={<Trash2 />} danger onClick={() => ask("delete")}>
          {t("delete")}
        </MenuItem>
      ) : null}
    </>
  );
}
