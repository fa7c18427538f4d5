import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { CapsSection } from "@/components/timing/rules/caps-section";
import { HoursSection } from "@/components/timing/rules/hours-section";
import { WaitingSection } from "@/components/timing/rules/waiting-section";
import { Callout } from "@/components/ui/feedback/callout";
import { getWorkspace } from "@/lib/domain/workspaces/get-workspace";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("timing"))("rules.title") };
}

export default async function SendingRulesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const workspace = await getWorkspace(ctx);
  const t = await getTranslations("timing.rules");
  const mayChange = ctx.can("workspace.write");
  const section = { workspace, mayChange };
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {mayChange ? null : <Callout className="mb-6">{t("readOnly")}</Callout>}
      <HoursSection {...section} />
      <WaitingSection {...section} />
      <CapsSection {...section} />
    </>
  );
}
