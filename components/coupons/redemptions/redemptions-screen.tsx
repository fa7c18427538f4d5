"use client";

import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Tabs } from "@/components/ui/navigation/tabs";
import { MembershipsTab } from "./memberships-tab";
import { MonitorTab } from "./monitor/monitor-tab";
import { codeTestHref, logHref, logTabs } from "./redemption-href";
import { RedemptionsTab } from "./redemptions-tab";
import { RefusalsTab } from "./refusals/refusals-tab";
import { TestCodeSheet } from "./test/test-code-sheet";

const content = {
  redemptions: RedemptionsTab,
  refusals: RefusalsTab,
  memberships: MembershipsTab,
  monitor: MonitorTab,
};

/** What became of the coupons, as it happens. */
export function RedemptionsScreen() {
  const t = useTranslations("redemptions");
  const router = useRouter();
  const { slug } = useShell().workspace;
  const mayTest = useMay("coupons.redeem");
  const [tab] = useQueryState("tab", parseAsStringLiteral(logTabs).withDefault("redemptions"));
  const Content = content[tab];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayTest ? (
            <ButtonLink href={codeTestHref(slug)} icon={<FlaskConical />}>
              {t("test.action")}
            </ButtonLink>
          ) : null
        }
      />
      <Tabs
        className="mb-4"
        label={t("title")}
        value={tab}
        // Search and filters are of one list: another one begins without them.
        onValueChange={(next) => router.push(logHref(slug, next))}
        tabs={logTabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
      />
      <Content key={tab} />
      {mayTest ? <TestCodeSheet /> : null}
    </>
  );
}
