import { type ReactNode, Suspense } from "react";
import { CardBoundary } from "./card-boundary";

type StreamedProps = { fallback: ReactNode; className?: string; children: ReactNode };

/** Arrives by itself and fails by itself. */
export function Streamed({ fallback, className, children }: StreamedProps) {
  return (
    <div className={className ? `min-w-0 ${className}` : "min-w-0"}>
      <CardBoundary>
        <Suspense fallback={fallback}>{children}</Suspense>
      </CardBoundary>
    </div>
  );
}
