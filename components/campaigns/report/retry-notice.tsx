import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { ProviderAnswer } from "@/components/providers/answer/provider-answer";
import { providerHref } from "@/components/providers/provider-href";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import type { CampaignProgress } from "../api";

/** That the provider does not take what it is given, why, and where that is put right. */
export function RetryNotice({ progress: { retrying, provider, totals } }: { progress: CampaignProgress }) {
  const t = useTranslations("campaigns.progress");
  const { slug } = useShell().workspace;
  if (retrying.length === 0) return null;
  const takesNothing = (totals?.sent ?? 0) === 0;
  return (
    <Callout
      className="mt-4"
      announce
      tone={takesNothing ? "danger" : "warning"}
      title={t(takesNothing ? "notTaken" : "someRetried", { provider: provider?.name ?? t("theProvider") })}
      actions={
        provider ? (
          <ButtonLink size="sm" href={providerHref(slug, provider.id)}>
            {t("toProvider")}
          </ButtonLink>
        ) : null
      }
    >
      <ul className="mt-1 flex flex-col gap-1.5">
        {retrying.map(({ code, detail, people }) => (
          <li key={code} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <ProviderAnswer raw={`${code}: ${detail}`} className="min-w-0 flex-1" />
            <span className="tabular-nums">{t("retriedPeople", { count: people })}</span>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
