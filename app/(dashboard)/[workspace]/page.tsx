import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { RangePicker } from "@/components/analytics/range-picker";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { type ReportRange, reportRangeDefault, reportRanges } from "@/lib/domain/analytics/report-range";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import { HomeCards } from "./home-cards";
import { type HomeSection, RefreshSection } from "./home-sections";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ range?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

export default async function HomePage({ params, searchParams }: Props) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  const t = await getTranslations("home");
  const section: HomeSection = { slug, range: parseRange((await searchParams).range) };
  const isHidden = (await cookies()).get("checklist")?.value === "hidden";
  return (
    <>
      <PageHeader
        title={t("title")}
        description={workspace.name}
        actions={
          <>
            <Suspense>
              <RefreshSection {...section} />
            </Suspense>
            <RangePicker />
            {ctx.can("campaigns.write") ? (
              <ButtonLink href={hrefOf(slug, "campaigns/new")} variant="primary">
                {t("newCampaign")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <HomeCards section={section} isChecklistHidden={isHidden} />
    </>
  );
}

const parseRange = (text: string | string[] | undefined): ReportRange =>
  reportRanges.find((range) => range === text) ?? reportRangeDefault;
