import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditScreen } from "@/components/audit/audit-screen";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { getAuditFacets } from "@/lib/domain/audit/list-audit-entries";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditLogPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const t = await getTranslations("audit");
  if (!ctx.can("audit.read")) return <NotForYourRole title={t("title")} permission="audit.read" />;
  const { actors, actions } = await getAuditFacets(ctx);
  return <AuditScreen actors={actors} actions={actions} />;
}
