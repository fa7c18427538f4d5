import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { CardBoundary } from "@/components/analytics/card-boundary";
import { CardSkeleton, FiguresSkeleton } from "@/components/analytics/home-skeletons";
import { RangePicker } from "@/components/analytics/range-picker";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { type ReportRange, reportRangeDefault, reportRanges } from "@/lib/domain/analytics/report-range";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import {
  FailuresSection,
  FiguresSection,
  FunnelSection,
  type HomeSection,
  RefreshSection,
  RunningSection,
  SendsSection,
  SetupSection,
  TopSection,
} from "./home-sections";

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
      <div className="flex flex-col gap-4">
        {isHidden ? null : (
          <Suspense>
            <SetupSection slug={slug} isHidden={false} />
          </Suspense>
        )}
        <Streamed fallback={<FiguresSkeleton />}>
          <FiguresSection {...section} />
        </Streamed>
        <div className="grid gap-4 lg:grid-cols-3">
          <Streamed className="lg:col-span-2" fallback={<CardSkeleton className="h-90" />}>
            <SendsSection {...section} />
          </Streamed>
          <Streamed fallback={<CardSkeleton className="h-90" />}>
            <FunnelSection {...section} />
          </Streamed>
          <Streamed className="lg:col-span-2" fallback={<CardSkeleton />}>
            <TopSection {...section} />
          </Streamed>
          <Streamed fallback={<CardSkeleton />}>
            <RunningSection slug={slug} />
          </Streamed>
        </div>
        <Streamed fallback={<CardSkeleton />}>
          <FailuresSection slug={slug} />
        </Streamed>
        {isHidden ? (
          <Suspense>
            <SetupSection slug={slug} isHidden />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}

const parseRange = (text: string | string[] | undefined): ReportRange =>
  reportRanges.find((range) => range === text) ?? reportRangeDefault;

type StreamedProps = { fallback: ReactNode; className?: string; children: ReactNode };

/** Arrives by itself and fails by itself. */
function Streamed({ fallback, className, children }: StreamedProps) {
  return (
    <div className={className ? `min-w-0 ${className}` : "min-w-0"}>
      <CardBoundary>
        <Suspense fallback={fallback}>{children}</Suspense>
      </CardBoundary>
    </div>
  );
}
