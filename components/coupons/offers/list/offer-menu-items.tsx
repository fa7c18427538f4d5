"use client";

import { Archive, ArchiveRestore, Copy, Pause, Pencil, Play, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay, useShell } from "@/components/layout/shell-context";
import { MenuItem } from "@/components/ui/overlays/menu";
import { MenuSeparator } from "@/components/ui/overlays/menu-group";
import { mayDo } from "@/lib/domain/coupons/offers/offer";
import type { Offer } from "../api";
import { offerEditHref } from "../offer-href";
import { useOfferActs } from "../use-offer-acts";
import type { AskedAct } from "./offer-confirm";

export type OfferMenuItemsProps = { offer: Offer; onAsk: (asked: AskedAct) => void };

export function OfferMenuItems({ offer, onAsk }: OfferMenuItemsProps) {
  const t = useTranslations("offers.acts");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("coupons.write");
  const { change, duplicate } = useOfferActs(slug);
  const { state } = offer;
  if (!mayWrite) return <MenuItem disabled>{t("none")}</MenuItem>;
  return (
    <>
      {mayDo(state, "edit") ? (
        <MenuItem icon={<Pencil />} href={offerEditHref(slug, offer.id)}>
          {t("edit")}
        </MenuItem>
      ) : null}
      {mayDo(state, "activate") ? (
        <MenuItem icon={<Play />} onClick={() => change.mutate({ act: "activate", offer })}>
          {t("activate")}
        </MenuItem>
      ) : null}
      {mayDo(state, "pause") ? (
        <MenuItem icon={<Pause />} onClick={() => change.mutate({ act: "pause", offer })}>
          {t("pause")}
        </MenuItem>
      ) : null}
      {mayDo(state, "unarchive") ? (
        <MenuItem icon={<ArchiveRestore />} onClick={() => change.mutate({ act: "unarchive", offer })}>
          {t("unarchive")}
        </MenuItem>
      ) : null}
      <MenuItem icon={<Copy />} onClick={() => duplicate.mutate(offer)}>
        {t("duplicate")}
      </MenuItem>
      {mayDo(state, "archive") ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<Archive />} danger onClick={() => onAsk({ act: "archive", offer })}>
            {t("archive")}
          </MenuItem>
        </>
      ) : null}
      {mayDo(state, "delete") ? (
        <MenuItem icon={<Trash2 />} danger onClick={() => onAsk({ act: "delete", offer })}>
          {t("delete")}
        </MenuItem>
      ) : null}
    </>
  );
}
