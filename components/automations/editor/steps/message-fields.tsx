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
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import type { MessageStep } from "@/lib/domain/automations/definition";
import { type Channel, messageCategories } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import { mentionsCoupon } from "@/lib/domain/coupons/allocation/coupon-in-content";
import { ChannelOrder } from "./channel-order";
import { MessageOptions } from "./message-options";

export type MessageFieldsProps = { step: MessageStep; change: (part: Partial<MessageStep>) => void };

export function MessageFields({ step, change }: MessageFieldsProps) {
  const t = useTranslations();
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-2">
        <ChannelOrder value={step.channels} onChange={(channels) => change({ channels })} />
        <Field label={t("campaigns.content.category")}>
          <Select
            options={messageCategories.map((value) => ({
              value,
              label: t(`content.categories.${value}`),
              description: t(`campaigns.content.categoryHelp.${value}`),
            }))}
            value={step.category}
            onValueChange={(category) => change({ category })}
          />
        </Field>
      </div>
      <MessageContents step={step} change={change} />
      <MessageOptions step={step} change={change} />
    </div>
  );
}

/** One text for all channels, looked at as each of them shows it. */
function MessageContents({ step, change }: MessageFieldsProps) {
  const t = useTranslations();
  const { slug } = useShell().workspace;
  const [chosen, setChosen] = useState<Channel | null>(null);
  const [person, setPerson] = useState<PreviewPerson>(null);
  const [generation, setGeneration] = useState(0);
  const { channels, contents } = step;
  const channel = channels.find((one) => one === chosen) ?? channels[0];
  const replace = (next: Content[]) => {
    change({ contents: next });
    setGeneration((before) => before + 1);
  };
  const applyTemplate = (next: Content[]) => {
    replace(next);
    toast.success(t("campaigns.content.templateApplied"), {
      action: { label: t("ui.undo"), onClick: () => replace(contents) },
    });
  };
  const insert = () => {
    replace(insertCoupon(contents, (step.couponHoldoutPercent ?? 0) > 0));
    toast.success(t("coupon-messages.inserted"), {
      action: { label: t("ui.undo"), onClick: () => replace(contents) },
    });
  };
  if (!channel) return null;
  return (
    <section aria-label={t("campaigns.content.message")} className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold text-sm">{t("campaigns.content.message")}</h3>
        <TemplatePicker
          channel={channel}
          onPick={applyTemplate}
          trigger={<Button icon={<LayoutTemplate />}>{t("campaigns.content.useTemplate")}</Button>}
        />
      </div>
      {channels.length > 1 ? (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-muted-foreground">{t("automations.message.lookedAtAs")}</span>
          <SegmentedControl
            label={t("automations.message.lookedAtAs")}
            className="flex-wrap"
            segments={channels.map((value) => ({ value, label: t(`content.channels.${value}`) }))}
            value={channel}
            onValueChange={(next) => {
              setChosen(next);
              // Who was shown may not be reached on the other channel.
              setPerson(null);
            }}
          />
        </div>
      ) : null}
      <ContentStudio
        key={`${channel}:${generation}`}
        value={contents}
        onChange={(next) => change({ contents: next })}
        channel={channel}
        category={step.category}
        workspace={slug}
        person={person}
        onPersonChange={setPerson}
      />
      <CouponBlock
        value={{
          couponBatchId: step.couponBatchId ?? null,
          couponHoldoutPercent: step.couponHoldoutPercent ?? 0,
        }}
        onChange={change}
        isSaid={contents.every(mentionsCoupon)}
        onInsert={insert}
      />
    </section>
  );
}
