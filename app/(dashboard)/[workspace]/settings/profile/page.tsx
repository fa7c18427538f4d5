import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { IdentitiesSection } from "@/components/users/identities-section";
import { PasswordSection } from "@/components/users/password-section";
import { ProfileSection } from "@/components/users/profile-section";
import { SessionsSection } from "@/components/users/sessions-section";
import { getProfile } from "@/lib/domain/users/get-profile";
import { browserProviders } from "@/lib/domain/users/identity-settings";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { originFrom } from "@/lib/platform/http/origin-from";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

export default async function ProfilePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { user } = await requireWorkspace((await params).workspace);
  const profile = await getProfile(visitorFrom(originFrom(await headers())), user);
  const t = await getTranslations("profile");
  return (
    <>
      <PageHeader title={t("title")} />
      <ProfileSection profile={profile} />
      <PasswordSection profile={profile} />
      <IdentitiesSection connectable={browserProviders()} />
      <SessionsSection />
    </>
  );
}
