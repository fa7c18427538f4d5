import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportCodesScreen } from "@/components/coupons/batches/import-codes-screen";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("import.title") };
}

export default async function ImportCodesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const t = await getTranslations("batches");
  if (!ctx.can("coupons.write")) {
    return <NotForYourRole title={t("import.title")} permission="coupons.write" />;
  }
  return <ImportCodesScreen />;
}
