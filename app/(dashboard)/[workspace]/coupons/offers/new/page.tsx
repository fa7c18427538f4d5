import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OfferForm } from "@/components/coupons/offers/form/offer-form";
import { usualCurrency } from "@/lib/domain/coupons/plans/usual-currency";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offers.form"))("newTitle") };
}

const minuteMillis = 60_000;

export default async function NewOfferPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  // Whole minutes, as its inputs show them.
  const startsAt = new Date(Math.floor(ctx.now().getTime() / minuteMillis) * minuteMillis);
  return (
    <OfferForm
      offer={undefined}
      startsAt={startsAt.toISOString()}
      currency={await usualCurrency(ctx, await getLocale())}
    />
  );
}
