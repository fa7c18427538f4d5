import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { ConnectForm } from "@/components/providers/connect-form";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("providers");
  return { title: t("connect") };
}

export default async function ConnectProviderPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await requireWorkspace(slug);
  const t = await getTranslations("providers");
  if (!ctx.can("providers.write"))
    return <NotForYourRole title={t("connect")} permission="providers.write" />;
  return (
    <>
      <PageHeader
        title={t("connect")}
        description={t("connectDescription")}
        crumbs={[{ label: t("title"), href: hrefOf(slug, "providers") }]}
      />
      <ConnectForm />
    </>
  );
}
