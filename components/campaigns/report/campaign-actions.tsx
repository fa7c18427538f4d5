"use client";

import { Ban, Braces, Copy, Ellipsis, Pause, Play, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { mayDo, refuseDelete } from "@/lib/domain/campaigns/campaign";
import type { Campaign } from "../api";
import { type AskedAct, CampaignConfirm } from "../campaign-confirm";
import { useCopyAsDocument } from "../document/use-copy-as-document";
import { useCampaignActs } from "../use-campaign-acts";

/** What can be done with it in its state, the next step first. */
export function CampaignActions({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns.acts");
  const router = useRouter();
  const { slug } = useShell().workspace;
  const mayWrite = useMay("campaigns.write");
  const maySend = useMay("campaigns.send");
  const { change, duplicate } = useCampaignActs(slug);
  const copyAsDocument = useCopyAsDocument(slug);
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const { status } = campaign;
  if (!mayWrite) return null;
  return (
    <>
      {maySend && mayDo(status, "pause") ? (
        <Button
          icon={<Pause />}
          loading={change.isPending}
          onClick={() => change.mutate({ act: "pause", campaign })}
        >
          {t("pause")}
        </Button>
      ) : null}
      {maySend && mayDo(status, "resume") ? (
        <Button
          variant="primary"
          icon={<Play />}
          loading={change.isPending}
          onClick={() => change.mutate({ act: "resume", campaign })}
        >
          {t("resume")}
        </Button>
      ) : null}
      {maySend && mayDo(status, "cancel") ? (
        <Button icon={<Ban />} onClick={() => setAsked({ act: "cancel", campaign })}>
          {t(status === "scheduled" ? "cancel" : "cancelRemaining")}
        </Button>
      ) : null}
      <Menu trigger={<IconButton icon={<Ellipsis />} label={t("more")} variant="secondary" />}>
        <MenuItem icon={<Copy />} onClick={() => duplicate.mutate(campaign)}>
          {t("duplicate")}
        </MenuItem>
        <MenuItem icon={<Braces />} onClick={() => copyAsDocument.mutate(campaign)}>
          {t("copyAsDocument")}
        </MenuItem>
        {refuseDelete(campaign) === undefined ? (
          <MenuItem icon={<Trash2 />} danger onClick={() => setAsked({ act: "delete", campaign })}>
            {t("delete")}
          </MenuItem>
        ) : null}
      </Menu>
      <CampaignConfirm
        workspace={slug}
        asked={asked}
        onClose={() => setAsked(null)}
        onDeleted={() => router.push(hrefOf(slug, "campaigns"))}
      />
    </>
  );
}
