import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { TemplateEditor } from "@/components/templates/template-editor";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("templates.editor");
  return { title: t("newTitle") };
}

export default async function NewTemplatePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  if (!ctx.can("templates.write")) {
    const t = await getTranslations("templates.editor");
    return <NotForYourRole title={t("newTitle")} permission="templates.write" />;
  }
  return <TemplateEditor />;
}
