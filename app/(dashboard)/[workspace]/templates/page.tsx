import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { TemplateGallery } from "@/components/templates/template-gallery";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("templates");
  return { title: t("title") };
}

export default async function TemplatesPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await requireWorkspace(slug);
  const t = await getTranslations("templates");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          ctx.can("templates.write") ? (
            <ButtonLink href={hrefOf(slug, "templates/new")} variant="primary" icon={<Plus />}>
              {t("new")}
            </ButtonLink>
          ) : null
        }
      />
      <TemplateGallery />
    </>
  );
}
