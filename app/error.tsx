"use client";

import { ErrorState } from "@/components/ui/feedback/error-state";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState requestId={error.digest} onRetry={reset} />
    </main>
  );
}
