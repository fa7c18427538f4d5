"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import { MessagePreview } from "@/components/content/preview/message-preview";
import { useShell } from "@/components/layout/shell-context";
import { Badge } from "@/components/ui/display/badge";
import { useLanguageName } from "@/lib/browser/use-display-names";
import type { ListedTemplate } from "./api";
import { templateHref } from "./template-href";
import { TemplateMenu } from "./template-menu";

/** A template as it will look, cut to one height. */
export function TemplateCard({ template }: { template: ListedTemplate }) {
  const t = useTranslations();
  const { workspace } = useShell();
  const nameOf = useLanguageName();
  const languages = template.contents.map(({ language }) => language);
  return (
    <article className="group/card relative flex min-w-0 flex-col overflow-hidden rounded-lg border bg-card transition-colors focus-within:border-ring hover:border-border-strong">
      <div className="relative h-44 overflow-hidden border-b">
        {template.preview ? (
          <MessagePreview
            channel={template.channel}
            content={template.preview}
            sender={workspace.name}
            still
            className="h-full rounded-none border-0 [&_iframe]:h-96"
          />
        ) : (
          <p className="flex h-full items-center justify-center p-6 text-center text-muted-foreground text-sm">
            {t("templates.unrenderable")}
          </p>
        )}
      </div>
      <div className="flex items-start gap-2 p-3.5">
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-medium text-base">
            <Link
              href={templateHref(workspace.slug, template.id)}
              className="outline-none after:absolute after:inset-0 after:rounded-lg"
            >
              {template.name}
            </Link>
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-muted-foreground text-xs">
            <ChannelIcon channel={template.channel} className="size-3.5" />
            {t(`content.channels.${template.channel}`)}
            <span aria-hidden>·</span>
            {t(`templates.categories.${template.category}`)}
            <span aria-hidden>·</span>
            <span className="sr-only">
              {t("templates.languages")}: {languages.map(nameOf).join(", ")}
            </span>
            <span aria-hidden className="uppercase" lang="en">
              {languages.join(", ")}
            </span>
          </p>
        </div>
        {template.source === "shipped" ? <Badge>{t("templates.sources.shipped")}</Badge> : null}
        <div className="relative z-10 -mt-1 -mr-1.5">
          <TemplateMenu template={template} />
        </div>
      </div>
    </article>
  );
}
