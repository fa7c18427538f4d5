import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeysScreen } from "@/components/api-keys/api-keys-screen";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api-keys"))("title") };
}

export default async function ApiKeysPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const t = await getTranslations("api-keys");
  if (!ctx.can("api_keys.read")) return <NotForYourRole title={t("title")} permission="api_keys.read" />;
  return <ApiKeysScreen />;
}
