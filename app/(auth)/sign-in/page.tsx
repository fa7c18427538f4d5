import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignInForm } from "@/components/auth/sign-in-form";
import { TextLink } from "@/components/auth/text-link";
import { Callout } from "@/components/ui/feedback/callout";
import { browserProviders } from "@/lib/domain/users/identity-settings";
import { findCurrentUser } from "@/lib/platform/context/page-context";
import { safeReturnPath } from "@/lib/platform/http/safe-return-path";
import { signIn } from "./sign-in";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams;
  const from = safeReturnPath(search.from);
  const error = typeof search.error === "string" ? search.error : undefined;
  const user = await findCurrentUser();
  if (user && !error) redirect(from);
  const t = await getTranslations("auth");
  const problems = await getTranslations("auth.problems");
  const problem = error ? (
    <Callout tone="danger" className="mb-4" title={problems(problems.has(error) ? error : "unknown")} />
  ) : null;
  // Who is signed in came here from connecting an account, which did not work.
  if (user) {
    return (
      <AuthCard title={t("notConnected")} footer={<TextLink href={from}>{t("backToWorkspace")}</TextLink>}>
        {problem}
      </AuthCard>
    );
  }
  const footer = t.rich("noAccount", { link: (text) => <TextLink href="/sign-up">{text}</TextLink> });
  return (
    <AuthCard title={t("signInTitle")} footer={footer}>
      {problem}
      {search.notice === "password_reset" ? (
        <Callout tone="success" className="mb-4" title={t("notices.password_reset")} />
      ) : null}
      <ProviderButtons providers={browserProviders()} from={from} />
      <SignInForm action={signIn} from={from} />
    </AuthCard>
  );
}
