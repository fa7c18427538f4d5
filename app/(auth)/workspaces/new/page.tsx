import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { TextLink } from "@/components/auth/text-link";
import { hrefOf } from "@/components/layout/navigation";
import { CreateWorkspaceForm } from "@/components/workspaces/create-workspace-form";
import { listCurrentWorkspaces, requireUser } from "@/lib/platform/context/page-context";
import { publicOrigin } from "@/lib/platform/http/public-origin";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces"))("createTitle") };
}

export default async function NewWorkspacePage() {
  const user = await requireUser("/workspaces/new");
  const [latest] = await listCurrentWorkspaces(user.id);
  const t = await getTranslations("workspaces");
  const host = new URL(publicOrigin(await headers())).host;
  const footer = latest ? (
    <TextLink href={hrefOf(latest.slug)}>{t("backTo", { name: latest.name })}</TextLink>
  ) : null;
  return (
    <AuthCard title={t("createTitle")} description={t("createDescription")} footer={footer}>
      <CreateWorkspaceForm host={host} timeZone={user.timeZone} />
    </AuthCard>
  );
}
