import { Skeleton } from "@/components/ui/feedback/skeleton";

const figures = ["total", "today", "next", "active", "connected"];

export function FiguresSkeleton() {
  return (
    <div
      className="grid grid-flow-dense grid-cols-2 gap-3 lg:grid-cols-5 max-lg:[&>*:first-child]:col-span-2 max-sm:[&>*:nth-child(3)]:col-span-2"
      aria-hidden
    >
      {figures.map((figure) => (
        <div key={figure} className="h-35 rounded-lg border bg-card p-4">
          <Skeleton className="h-4 w-20" />
          <Skeleton className="mt-3 h-7 w-24" />
          <Skeleton className="mt-3 h-4 w-full" />
        </div>
      ))}
    </div>
  );
}

const lines = ["a", "b", "c", "d", "e"];

export function CardSkeleton({ className = "h-72" }: { className?: string }) {
  return (
    <div className={`rounded-lg border bg-card p-4 ${className}`} aria-hidden>
      <Skeleton className="h-5 w-40" />
      <div className="mt-5 space-y-4">
        {lines.map((line) => (
          <Skeleton key={line} className="h-5 w-full" />
        ))}
      </div>
    </div>
  );
}
