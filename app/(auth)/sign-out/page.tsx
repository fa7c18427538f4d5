import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { Button } from "@/components/ui/actions/button";
import { signOut } from "./sign-out";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signOutTitle") };
}

/** Asks first, so that a link from elsewhere signs nobody out. */
export default async function SignOutPage() {
  const t = await getTranslations("auth");
  return (
    <AuthCard title={t("signOutTitle")}>
      <form action={signOut}>
        <Button type="submit" variant="primary" size="lg" className="w-full">
          {t("signOut")}
        </Button>
      </form>
    </AuthCard>
  );
}
