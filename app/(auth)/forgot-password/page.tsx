import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { ForgotPasswordForm } from "@/components/auth/forgot-password-form";
import { TextLink } from "@/components/auth/text-link";
import { CodeBlock } from "@/components/ui/display/code-block";
import { Callout } from "@/components/ui/feedback/callout";
import { maySendAccountMail } from "@/lib/domain/providers/transport/account-mail";
import { resetMinutes } from "@/lib/domain/users/password-reset";
import { askForLink } from "./ask-for-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth.forgot");
  const footer = <TextLink href="/sign-in">{t("back")}</TextLink>;
  if (!maySendAccountMail()) {
    return (
      <AuthCard title={t("title")} footer={footer}>
        <Callout tone="warning" title={t("unavailableTitle")}>
          {t("unavailable")}
        </Callout>
        <CodeBlock
          title={t("command")}
          code="npm run password-link -- ayse@example.com"
          wrap
          className="my-4"
        />
        <p className="text-muted-foreground text-sm">
          {t("unavailableHelp", { settings: "PUSHPILOT_SMTP_URL, PUSHPILOT_MAIL_FROM" })}
        </p>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("title")} description={t("description")} footer={footer}>
      <ForgotPasswordForm action={askForLink} minutes={resetMinutes} />
    </AuthCard>
  );
}
