"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowRight, LayoutTemplate, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import type { ListedTemplate } from "@/components/templates/api";
import { TemplatePicker } from "@/components/templates/template-picker";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { callApi } from "@/lib/browser/api-client";
import { createCampaignContract } from "@/lib/contracts/campaigns/campaigns";
import { campaignNameCharsMax } from "@/lib/domain/campaigns/campaign";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import { campaignsKey } from "./api";
import { campaignEditHref } from "./campaign-href";

/** Name and channel make a draft; everything else is written in it. */
export function NewCampaignForm({ withTemplate }: { withTemplate: boolean }) {
  const t = useTranslations("campaigns");
  const { slug } = useShell().workspace;
  const [name, setName] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [channel, setChannel] = useState<Channel>("app_push");
  const [template, setTemplate] = useState<ListedTemplate | null>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const create = useCreate();
  const submit = () => {
    if (name.trim() === "") {
      setMissing(true);
      nameInput.current?.focus();
      return;
    }
    const contents = template ? { contents: template.contents } : {};
    create.mutate({ name: name.trim(), channelType: channel, ...contents });
  };
  return (
    <form
      noValidate
      className="max-w-3xl"
      onSubmit={(event) => {
        event.preventDefault();
        if (!create.isPending) submit();
      }}
    >
      <PageHeader
        title={t("newForm.title")}
        description={t("newForm.description")}
        crumbs={[{ label: t("title"), href: hrefOf(slug, "campaigns") }]}
      />
      <div className="flex flex-col gap-6 pb-10">
        <Field label={t("content.name")} {...(isMissing ? { error: t("content.nameRequired") } : {})}>
          <Input
            ref={nameInput}
            // The page has one purpose, and this is its first question.
            autoFocus={!withTemplate}
            value={name}
            maxLength={campaignNameCharsMax}
            placeholder={t("newForm.namePlaceholder")}
            onChange={(event) => {
              setMissing(false);
              setName(event.currentTarget.value);
            }}
          />
        </Field>
        <ChannelChoice
          value={channel}
          onChange={(next) => {
            setChannel(next);
            setTemplate(null);
          }}
        />
        <TemplateChoice
          channel={channel}
          template={template}
          onChange={setTemplate}
          defaultOpen={withTemplate}
        />
        <Button type="submit" variant="primary" size="lg" className="self-start" loading={create.isPending}>
          {t("newForm.submit")}
          <ArrowRight aria-hidden />
        </Button>
      </div>
    </form>
  );
}

function useCreate() {
  const t = useTranslations("campaigns.newForm");
  const { slug } = useShell().workspace;
  const router = useRouter();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; channelType: Channel; contents?: ListedTemplate["contents"] }) =>
      callApi(createCampaignContract, { workspace: slug, body }),
    onSuccess: (campaign) => {
      router.replace(campaignEditHref(slug, campaign.id));
      return client.invalidateQueries({ queryKey: campaignsKey(slug) });
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
}

function ChannelChoice({ value, onChange }: { value: Channel; onChange: (channel: Channel) => void }) {
  const t = useTranslations();
  const label = t("campaigns.content.channel");
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium text-sm">{label}</p>
      <RadioGroup
        appearance="cards"
        aria-label={label}
        className="lg:grid-cols-3"
        value={value}
        onValueChange={onChange}
        options={channels.map((channel) => ({
          value: channel,
          label: t(`content.channels.${channel}`),
          description: t(`campaigns.channelHelp.${channel}`),
          icon: <ChannelIcon channel={channel} />,
        }))}
      />
    </div>
  );
}

type TemplateChoiceProps = {
  channel: Channel;
  template: ListedTemplate | null;
  onChange: (template: ListedTemplate | null) => void;
  defaultOpen: boolean;
};

function TemplateChoice({ channel, template, onChange, defaultOpen }: TemplateChoiceProps) {
  const t = useTranslations("campaigns.newForm");
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <TemplatePicker
        channel={channel}
        defaultOpen={defaultOpen}
        onPick={(_, picked) => onChange(picked)}
        trigger={<Button icon={<LayoutTemplate />}>{t(template ? "otherTemplate" : "fromTemplate")}</Button>}
      />
      {template ? (
        <>
          <span className="text-muted-foreground">{t("startsFrom", { name: template.name })}</span>
          <IconButton size="sm" icon={<X />} label={t("noTemplate")} onClick={() => onChange(null)} />
        </>
      ) : (
        <span className="text-muted-foreground">{t("templateOptional")}</span>
      )}
    </div>
  );
}
