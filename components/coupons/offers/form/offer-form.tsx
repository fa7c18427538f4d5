"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { plansOptions } from "@/components/coupons/plans/api";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { useFirstInvalidFocus } from "@/components/providers/use-first-invalid-focus";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { useLeaveQuestion, useUnsavedWarning } from "@/lib/browser/draft/use-unsaved-warning";
import { useSteady } from "@/lib/browser/use-steady";
import type { Impact, Offer } from "../api";
import { offerHref, offersHref } from "../offer-href";
import { useOfferSentence } from "../words/use-sentence-tongue";
import { CampaignFields } from "./campaign-fields";
import { GrantFields } from "./grant-fields";
import { ImpactDialog } from "./impact-dialog";
import { LimitFields } from "./limit-fields";
import { MannerFields } from "./manner-fields";
import { draftOf, fieldsOfDraft, type OfferDraft } from "./offer-draft";
import { PeopleFields } from "./people-fields";
import { TimeFields } from "./time-fields";
import { useOfferErrors } from "./use-offer-errors";
import { useSaveOffer } from "./use-save-offer";

export type OfferFormProps = {
  offer: Offer | undefined;
  /** ISO; of a new one. */
  startsAt: string;
  /** Of a new one. */
  currency: string | null;
};

const plansMax = 100;

/** Makes an offer, or changes its rules; the sentence says all the while what they come to. */
export function OfferForm({ offer, startsAt, currency }: OfferFormProps) {
  const t = useTranslations("offers");
  const ui = useTranslations("ui");
  const { slug, timeZone } = useShell().workspace;
  const [untouched] = useState(() => draftOf(offer, { startsAt: new Date(startsAt), timeZone, currency }));
  const [draft, setDraft] = useState(untouched);
  const [isSegmentUnfinished, setSegmentUnfinished] = useState(false);
  const [impact, setImpact] = useState<Impact | null>(null);
  const saving = useSaveOffer(slug, offer, setImpact);
  const form = useRef<HTMLFormElement>(null);
  const { errors, error, count, tryDraft, tried } = useOfferErrors(draft, saving.error);
  useFirstInvalidFocus(form, saving.error);
  useFirstInvalidFocus(form, tried);
  const isUnsaved = !saving.isSaved && JSON.stringify(draft) !== JSON.stringify(untouched);
  useUnsavedWarning(isUnsaved);
  useLeaveQuestion(isUnsaved, t("form.leave"));
  useShortcut("mod+s", ui("save"), () => form.current?.requestSubmit());
  const set = (change: Partial<OfferDraft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tryDraft() && !isSegmentUnfinished && !saving.isPending) saving.submit(draft);
  };
  const marked = count > 0 ? t("acts.fix", { count }) : null;
  const hint = useSteady(marked ?? (isSegmentUnfinished ? t("form.segmentUnfinished") : null));
  const section = { draft, set, error };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <PageHeader
        title={offer ? offer.name : t("form.newTitle")}
        description={offer ? t("form.editDescription") : t("form.newDescription")}
        crumbs={[{ label: t("title"), href: offersHref(slug) }]}
      />
      <GrantFields {...section} errors={errors} isFixed={offer !== undefined && offer.state !== "draft"} />
      <LimitFields {...section} />
      <TimeFields {...section} />
      <PeopleFields {...section} onSegmentUnfinished={setSegmentUnfinished} />
      <MannerFields {...section} />
      <CampaignFields {...section} />
      <div className="sticky bottom-0 z-10 -mx-4 mt-2 flex flex-wrap items-center gap-x-6 gap-y-3 border-t bg-background/95 px-4 py-3 backdrop-blur sm:mx-0 sm:px-0">
        <LiveSentence draft={draft} offer={offer} />
        <div className="ml-auto flex gap-2">
          <ButtonLink href={offer ? offerHref(slug, offer.id) : offersHref(slug)}>{ui("cancel")}</ButtonLink>
          <Button type="submit" variant="primary" loading={saving.isPending}>
            {t(offer ? "form.save" : "form.create")}
          </Button>
        </div>
        {hint ? (
          <p role="status" className="basis-full text-danger text-xs">
            {hint}
          </p>
        ) : null}
      </div>
      <ImpactDialog
        impact={impact}
        onClose={() => setImpact(null)}
        onConfirm={() => saving.saveAnyway(draft)}
      />
    </form>
  );
}

function LiveSentence({ draft, offer }: { draft: OfferDraft; offer: Offer | undefined }) {
  const t = useTranslations("offers.form");
  const { slug } = useShell().workspace;
  const sentence = useOfferSentence();
  const { data } = useQuery(plansOptions(slug, { limit: plansMax }));
  const plan = data?.data.find(({ id }) => id === draft.planId);
  const planName = plan?.name ?? (draft.planId === offer?.planId ? offer?.planName : null) ?? null;
  return (
    <p className="flex min-w-0 flex-1 basis-80 items-start gap-2 text-sm">
      <ScrollText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      <span className="sr-only">{t("sentence")}</span>
      <span className="line-clamp-3 sm:line-clamp-4">{sentence(fieldsOfDraft(draft), planName)}</span>
    </p>
  );
}
