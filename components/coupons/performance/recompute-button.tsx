"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { useRecompute } from "./api";

/** Does not wait for the minute. */
export function RecomputeButton({ slug }: { slug: string }) {
  const t = useTranslations("coupon-performance");
  const recompute = useRecompute(slug);
  if (!useMay("coupons.write")) return null;
  return (
    <Button icon={<RefreshCw />} loading={recompute.isPending} onClick={() => recompute.mutate()}>
      {t("recompute")}
    </Button>
  );
}
