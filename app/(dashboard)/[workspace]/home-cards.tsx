import { Suspense } from "react";
import { CardSkeleton, FiguresSkeleton } from "@/components/analytics/home-skeletons";
import { Streamed } from "@/components/analytics/streamed";
import {
  CouponsSection,
  FailuresSection,
  FiguresSection,
  FunnelSection,
  type HomeSection,
  RunningSection,
  SendsSection,
  SetupSection,
  TopSection,
} from "./home-sections";

type Props = { section: HomeSection; isChecklistHidden: boolean };

/** The cards of the home screen; the checklist moves to the end once it is put away. */
export function HomeCards({ section, isChecklistHidden }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {isChecklistHidden ? null : (
        <Suspense>
          <SetupSection slug={section.slug} isHidden={false} />
        </Suspense>
      )}
      <Streamed fallback={<FiguresSkeleton />}>
        <FiguresSection {...section} />
      </Streamed>
      <Streamed className="empty:hidden" fallback={null}>
        <CouponsSection {...section} />
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
          <RunningSection slug={section.slug} />
        </Streamed>
      </div>
      <Streamed fallback={<CardSkeleton />}>
        <FailuresSection slug={section.slug} />
      </Streamed>
      {isChecklistHidden ? (
        <Suspense>
          <SetupSection slug={section.slug} isHidden />
        </Suspense>
      ) : null}
    </div>
  );
}
