"use client";

import { useQuery } from "@tanstack/react-query";
import { Ellipsis, Pause, Pencil, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Card } from "@/components/ui/display/card";
import { Callout } from "@/components/ui/feedback/callout";
import { Menu } from "@/components/ui/overlays/menu";
import { mayDo } from "@/lib/domain/coupons/offers/offer";
import type { Restrictions } from "@/lib/domain/coupons/offers/restrictions";
import { type Offer, offerOptions } from "../api";
import { CounterBar } from "../counter-bar";
import { type AskedAct, OfferConfirm } from "../list/offer-confirm";
import { OfferMenuItems } from "../list/offer-menu-items";
import { offerEditHref, offersHref } from "../offer-href";
import { OfferStatePill } from "../offer-state-pill";
import { useOfferActs } from "../use-offer-acts";
import { useOfferSentence } from "../words/use-sentence-tongue";
import { CodeList } from "./code-list";
import { OfferBatches } from "./offer-batches";
import { OfferFacts } from "./offer-facts";

export type OfferScreenProps = {
  offer: Offer;
  /** What others show of it: its performance. */
  children?: ReactNode;
};

export function OfferScreen({ offer: initial, children }: OfferScreenProps) {
  const t = useTranslations("offers");
  const { slug } = useShell().workspace;
  const { data: offer } = useQuery({ ...offerOptions(slug, initial.id), initialData: initial });
  const sentence = useOfferSentence();
  const restrictions = { ...offer.restrictions, version: 1 } as Restrictions;
  return (
    <>
      <OfferHeader offer={offer} />
      <div className="grid gap-4 pb-10 lg:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {offer.displayState === "active" && offer.codes === 0 && offer.batches === 0 ? (
            <Callout tone="warning" title={t("codes.unusableYet")}>
              {t("codes.unusableYetHelp")}
            </Callout>
          ) : null}
          <Card title={t("rules")}>
            <p className="text-pretty text-base leading-relaxed">
              {sentence({ ...offer, restrictions }, offer.planName)}
            </p>
            <div className="mt-4 border-t pt-4">
              {offer.usesMax === null ? (
                <p className="flex items-baseline justify-between gap-3 text-sm">
                  <span className="font-medium">{t("counter.label")}</span>
                  <CounterBar taken={offer.taken} usesMax={null} />
                </p>
              ) : (
                <CounterBar taken={offer.taken} usesMax={offer.usesMax} />
              )}
            </div>
          </Card>
          <CodeList offer={offer} />
          <OfferBatches offer={offer} />
          {children}
        </div>
        <Card title={t("facts.title")}>
          <OfferFacts offer={offer} />
        </Card>
      </div>
    </>
  );
}

function OfferHeader({ offer }: { offer: Offer }) {
  const t = useTranslations("offers");
  const router = useRouter();
  const { slug } = useShell().workspace;
  const mayWrite = useMay("coupons.write");
  const { change } = useOfferActs(slug);
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const { state } = offer;
  return (
    <>
      <PageHeader
        title={offer.name}
        crumbs={[{ label: t("title"), href: offersHref(slug) }]}
        badge={<OfferStatePill state={offer.displayState} />}
        actions={
          mayWrite ? (
            <>
              {mayDo(state, "edit") ? (
                <ButtonLink icon={<Pencil />} href={offerEditHref(slug, offer.id)}>
                  {t("acts.edit")}
                </ButtonLink>
              ) : null}
              {mayDo(state, "activate") ? (
                <Button
                  variant="primary"
                  icon={<Play />}
                  loading={change.isPending}
                  onClick={() => change.mutate({ act: "activate", offer })}
                >
                  {t("acts.activate")}
                </Button>
              ) : null}
              {mayDo(state, "pause") ? (
                <Button
                  icon={<Pause />}
                  loading={change.isPending}
                  onClick={() => change.mutate({ act: "pause", offer })}
                >
                  {t("acts.pause")}
                </Button>
              ) : null}
              <Menu trigger={<IconButton icon={<Ellipsis />} variant="secondary" label={t("acts.more")} />}>
                <OfferMenuItems offer={offer} onAsk={setAsked} />
              </Menu>
            </>
          ) : null
        }
      />
      <OfferConfirm
        workspace={slug}
        asked={asked}
        onClose={() => setAsked(null)}
        onDeleted={() => router.replace(offersHref(slug))}
      />
    </>
  );
}
