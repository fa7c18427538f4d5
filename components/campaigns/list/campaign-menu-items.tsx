"use client";

import { Ban, Braces, CalendarX2, Copy, Pause, Pencil, Play, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay, useShell } from "@/components/layout/shell-context";
import { MenuItem } from "@/components/ui/overlays/menu";
import { MenuSeparator } from "@/components/ui/overlays/menu-group";
import { mayDo, refuseDelete } from "@/lib/domain/campaigns/campaign";
import type { Campaign } from "../api";
import type { AskedAct } from "../campaign-confirm";
import { campaignEditHref } from "../campaign-href";
import { useCopyAsDocument } from "../document/use-copy-as-document";
import { useCampaignActs } from "../use-campaign-acts";

export type CampaignMenuItemsProps = { campaign: Campaign; onAsk: (asked: AskedAct) => void };

/** What the transition table and the person's role allow. */
export function CampaignMenuItems({ campaign, onAsk }: CampaignMenuItemsProps) {
  const t = useTranslations("campaigns.acts");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("campaigns.write");
  const maySend = useMay("campaigns.send");
  const { change, duplicate } = useCampaignActs(slug);
  const copyAsDocument = useCopyAsDocument(slug);
  const { status } = campaign;
  const isDeletable = mayWrite && refuseDelete(campaign) === undefined;
  if (!mayWrite) return <MenuItem disabled>{t("none")}</MenuItem>;
  return (
    <>
      {mayDo(status, "edit") ? (
        <MenuItem icon={<Pencil />} href={campaignEditHref(slug, campaign.id)}>
          {t("edit")}
        </MenuItem>
      ) : null}
      <MenuItem icon={<Copy />} onClick={() => duplicate.mutate(campaign)}>
        {t("duplicate")}
      </MenuItem>
      <MenuItem icon={<Braces />} onClick={() => copyAsDocument.mutate(campaign)}>
        {t("copyAsDocument")}
      </MenuItem>
      {maySend && mayDo(status, "pause") ? (
        <MenuItem icon={<Pause />} onClick={() => change.mutate({ act: "pause", campaign })}>
          {t("pause")}
        </MenuItem>
      ) : null}
      {maySend && mayDo(status, "resume") ? (
        <MenuItem icon={<Play />} onClick={() => change.mutate({ act: "resume", campaign })}>
          {t("resume")}
        </MenuItem>
      ) : null}
      {maySend && mayDo(status, "unschedule") ? (
        <MenuItem icon={<CalendarX2 />} onClick={() => change.mutate({ act: "unschedule", campaign })}>
          {t("unschedule")}
        </MenuItem>
      ) : null}
      {isDeletable || (maySend && mayDo(status, "cancel")) ? <MenuSeparator /> : null}
      {maySend && mayDo(status, "cancel") ? (
        <MenuItem icon={<Ban />} danger onClick={() => onAsk({ act: "cancel", campaign })}>
          {t("cancel")}
        </MenuItem>
      ) : null}
      {isDeletable ? (
        <MenuItem icon={<Trash2 />} danger onClick={() => onAsk({ act: "delete", campaign })}>
          {t("delete")}
        </MenuItem>
      ) : null}
    </>
  );
}
