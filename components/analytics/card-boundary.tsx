"use client";

import { useRouter } from "next/navigation";
import { Component, type ReactNode, startTransition } from "react";
import { ErrorState } from "@/components/ui/feedback/error-state";

type Props = { children: ReactNode; onRetry: () => void };

class Boundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const retry = () => {
      this.props.onRetry();
      startTransition(() => this.setState({ hasFailed: false }));
    };
    return (
      <div className="rounded-lg border bg-card">
        <ErrorState className="py-8" onRetry={retry} />
      </div>
    );
  }
}

/** One card that fails leaves the others standing and can be tried again by itself. */
export function CardBoundary({ children }: { children: ReactNode }) {
  const router = useRouter();
  return <Boundary onRetry={() => startTransition(() => router.refresh())}>{children}</Boundary>;
}
