"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { MessagePreview } from "@/components/content/preview/message-preview";
import { useShell } from "@/components/layout/shell-context";
import { type ListedTemplate, templatesOptions } from "@/components/templates/api";
import { Button } from "@/components/ui/actions/button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useLanguageName } from "@/lib/browser/use-display-names";
import { useSettled } from "@/lib/browser/use-settled";
import type { Channel } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";

export type TemplatePickerProps = {
  channel: Channel;
  onPick: (contents: Content[], template: ListedTemplate) => void;
  trigger: ReactElement;
  defaultOpen?: boolean;
};

/** Templates of one channel, as they will look. */
export function TemplatePicker({ channel, onPick, trigger, defaultOpen = false }: TemplatePickerProps) {
  const t = useTranslations("campaigns.templatePicker");
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Dialog title={t("title")} trigger={trigger} open={open} onOpenChange={setOpen} width="xl">
      <TemplateChoices
        channel={channel}
        onPick={(template) => {
          onPick(template.contents, template);
          setOpen(false);
        }}
      />
    </Dialog>
  );
}

type TemplateChoicesProps = { channel: Channel; onPick: (template: ListedTemplate) => void };

function TemplateChoices({ channel, onPick }: TemplateChoicesProps) {
  const t = useTranslations("campaigns.templatePicker");
  const locale = useLocale();
  const { slug } = useShell().workspace;
  const [search, setSearch] = useState("");
  const q = useSettled(search.trim());
  const query = { locale, channel: [channel], ...(q ? { q } : {}) };
  const templates = useInfiniteQuery(templatesOptions(slug, query));
  const rows = templates.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <Input
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {templates.isPending ? <Skeleton className="h-48 w-full" /> : null}
      {templates.isError ? <ErrorState onRetry={() => void templates.refetch()} /> : null}
      {templates.isSuccess && rows.length === 0 ? (
        <EmptyState title={t("empty")} description={t("emptyDescription")} />
      ) : null}
      <ul className="grid gap-3 empty:hidden sm:grid-cols-2">
        {rows.map((template) => (
          <TemplateChoice key={template.id} template={template} onPick={() => onPick(template)} />
        ))}
      </ul>
      {templates.hasNextPage ? (
        <Button
          className="self-center"
          loading={templates.isFetchingNextPage}
          onClick={() => void templates.fetchNextPage()}
        >
          {t("more")}
        </Button>
      ) : null}
    </div>
  );
}

function TemplateChoice({ template, onPick }: { template: ListedTemplate; onPick: () => void }) {
  const { workspace } = useShell();
  const nameOf = useLanguageName();
  const languages = template.contents.map(({ language }) => nameOf(language));
  return (
    <li className="relative min-w-0 overflow-hidden rounded-lg border bg-card transition-colors focus-within:border-ring hover:border-border-strong">
      <div aria-hidden className="h-36 overflow-hidden border-b">
        {template.preview ? (
          <MessagePreview
            channel={template.channel}
            content={template.preview}
            sender={workspace.name}
            still
            className="h-full rounded-none border-0"
          />
        ) : null}
      </div>
      <div className="p-3">
        <button
          type="button"
          onClick={onPick}
          className="block max-w-full truncate text-left font-medium outline-none after:absolute after:inset-0 after:rounded-lg"
        >
          {template.name}
        </button>
        <p className="mt-0.5 text-muted-foreground text-xs">{languages.join(", ")}</p>
      </div>
    </li>
  );
}
