import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { TemplateEditor } from "@/components/templates/template-editor";
import { wireId } from "@/lib/contracts/wire/ids";
import { getTemplate } from "@/lib/domain/templates/get-template";
import type { Template } from "@/lib/domain/templates/template";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string; template: string }> };

const readTemplate = cache(async (slug: string, id: string): Promise<Template> => {
  const { ctx } = await requireWorkspace(slug);
  const locale = await getLocale();
  return foundOrNotFound(wireId("template"), id, (templateId) => getTemplate(ctx, { templateId, locale }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, template } = await params;
  return { title: (await readTemplate(workspace, template)).name };
}

export default async function TemplatePage({ params }: Props) {
  const { workspace, template } = await params;
  const found = await readTemplate(workspace, template);
  return <TemplateEditor key={found.id} template={found} />;
}
