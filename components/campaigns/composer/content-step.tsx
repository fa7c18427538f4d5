"use client";

import { LayoutTemplate } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ContentStudio } from "@/components/content/content-studio";
import type { PreviewPerson } from "@/components/content/preview/person-picker";
import { CouponBlock } from "@/components/coupons/message/coupon-block";
import { insertCoupon } from "@/components/coupons/message/insert-coupon";
import { useShell } from "@/components/layout/shell-context";
import { TemplatePicker } from "@/components/templates/template-picker";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { campaignNameCharsMax } from "@/lib/domain/campaigns/campaign";
import { messageCategories } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import { mentionsCoupon } from "@/lib/domain/coupons/allocation/coupon-in-content";
import { trackingDefaults } from "@/lib/domain/events/tracking/tracking";
import { ChannelSelect } from "./channel-select";
import type { OpenDraft } from "./use-draft-store";

export type ContentStepProps = {
  open: OpenDraft;
  person: PreviewPerson;
  onPersonChange: (person: PreviewPerson) => void;
};

export function ContentStep({ open, person, onPersonChange }: ContentStepProps) {
  const t = useTranslations("campaigns.content");
  const tContent = useTranslations("content");
  const tCoupon = useTranslations("coupon-messages");
  const { slug } = useShell().workspace;
  const { draft, change } = open;
  const [generation, setGeneration] = useState(0);
  const replace = (contents: Content[]) => {
    change({ contents });
    setGeneration((before) => before + 1);
  };
  const applyTemplate = (contents: Content[]) => {
    const before = draft.contents;
    replace(contents);
    toast.success(t("templateApplied"), { action: { label: t("undo"), onClick: () => replace(before) } });
  };
  const insert = () => {
    const before = draft.contents;
    replace(insertCoupon(before, draft.couponHoldoutPercent > 0));
    toast.success(tCoupon("inserted"), { action: { label: t("undo"), onClick: () => replace(before) } });
  };
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <Field
          label={t("name")}
          className="sm:max-xl:col-span-2"
          {...(draft.name.trim() === "" ? { error: t("nameRequired") } : {})}
        >
          <Input
            value={draft.name}
            maxLength={campaignNameCharsMax}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </Field>
        <ChannelSelect
          value={draft.channelType}
          onChange={(channelType) => {
            change({ channelType, tracking: { ...trackingDefaults(channelType), utm: draft.tracking.utm } });
            // Who was shown may not be reached on the other channel.
            onPersonChange(null);
          }}
        />
        <Field label={t("category")}>
          <Select
            options={messageCategories.map((value) => ({
              value,
              label: tContent(`categories.${value}`),
              description: t(`categoryHelp.${value}`),
            }))}
            value={draft.category}
            onValueChange={(category) => change({ category })}
          />
        </Field>
      </div>
      <section aria-label={t("message")} className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold text-base">{t("message")}</h2>
          <TemplatePicker
            channel={draft.channelType}
            onPick={applyTemplate}
            trigger={<Button icon={<LayoutTemplate />}>{t("useTemplate")}</Button>}
          />
        </div>
        <ContentStudio
          key={generation}
          value={draft.contents}
          onChange={(contents) => change({ contents })}
          channel={draft.channelType}
          category={draft.category}
          workspace={slug}
          person={person}
          onPersonChange={onPersonChange}
        />
        <CouponBlock
          value={draft}
          onChange={change}
          isSaid={draft.contents.every(mentionsCoupon)}
          onInsert={insert}
        />
      </section>
    </div>
  );
}
