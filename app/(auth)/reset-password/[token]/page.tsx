import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { ResetPasswordForm } from "@/components/auth/reset-password-form";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { findResetUser } from "@/lib/domain/users/reset-password";
import { visitorHere } from "../../visitor-here";
import { setPassword } from "./set-password";

/** The address is a secret: it must not travel on in a Referer. */
export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

/** Looking at it uses nothing up: mail programs open links before people do. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth.reset");
  const user = await findResetUser(await visitorHere(), token);
  if (!user) {
    return (
      <AuthCard title={t("closedTitle")}>
        <Callout tone="warning" title={t("closed")} />
        <ButtonLink href="/forgot-password" size="lg" className="mt-4 w-full">
          {t("askAgain")}
        </ButtonLink>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("title")} description={t("description", { email: user.email })}>
      <ResetPasswordForm action={setPassword} token={token} email={user.email} />
    </AuthCard>
  );
}
