import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/contacts/imports/import-screen";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { getWorkspace } from "@/lib/domain/workspaces/get-workspace";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contacts.import"))("title") };
}

export default async function ImportPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const t = await getTranslations("contacts.import");
  if (!ctx.can("contacts.write")) return <NotForYourRole title={t("title")} permission="contacts.write" />;
  const { consentMode } = await getWorkspace(ctx);
  return <ImportScreen consentMode={consentMode} />;
}
