"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { DateTime } from "@/components/ui/display/date-time";
import { ProviderMenu } from "./acts/provider-menu";
import type { Provider } from "./api";
import { ProviderBadges } from "./provider-badges";
import { providerHref } from "./provider-href";

export function ProviderRow({ provider }: { provider: Provider }) {
  const t = useTranslations("providers");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const { lastSuccessAt, lastFailureAt, ratePerSecond, day } = provider;
  const total = day.accepted + day.rejected + day.faulted;
  return (
    <div className="flex items-start gap-2 px-4 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link
            href={providerHref(slug, provider.id)}
            className="min-h-6 truncate py-0.5 font-medium text-sm hover:underline"
          >
            {provider.name}
          </Link>
          <ProviderBadges provider={provider} />
        </div>
        <dl className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-muted-foreground text-xs">
          <Fact term={t("lastSuccess")}>
            {lastSuccessAt ? <DateTime value={lastSuccessAt} /> : t("never")}
          </Fact>
          {lastFailureAt ? (
            <Fact term={t("lastFailure")}>
              <DateTime value={lastFailureAt} />
            </Fact>
          ) : null}
          {total > 0 ? (
            <Fact term={t("day")}>
              {t("dayShare", { share: format.number(day.accepted / total, "percent") })}
            </Fact>
          ) : null}
          <Fact term={t("rate")}>{t("perSecond", { rate: format.number(ratePerSecond) })}</Fact>
        </dl>
      </div>
      <ProviderMenu provider={provider} />
    </div>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-1">
      <dt>{term}</dt>
      <dd className="text-foreground tabular-nums">{children}</dd>
    </div>
  );
}
