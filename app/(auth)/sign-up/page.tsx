import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { TextLink } from "@/components/auth/text-link";
import { browserProviders } from "@/lib/domain/users/identity-settings";
import { findCurrentUser } from "@/lib/platform/context/page-context";
import { signUp } from "./sign-up";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signUpTitle") };
}

export default async function SignUpPage() {
  if (await findCurrentUser()) redirect("/");
  const t = await getTranslations("auth");
  const footer = t.rich("haveAccount", { link: (text) => <TextLink href="/sign-in">{text}</TextLink> });
  return (
    <AuthCard title={t("signUpTitle")} description={t("signUpDescription")} footer={footer}>
      <ProviderButtons providers={browserProviders()} from="/" />
      <SignUpForm action={signUp} />
    </AuthCard>
  );
}
