import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OfferForm } from "@/components/coupons/offers/form/offer-form";
import { offerHref } from "@/components/coupons/offers/offer-href";
import { mayDo } from "@/lib/domain/coupons/offers/offer";
import { readOffer } from "../read-offer";

type Props = { params: Promise<{ workspace: string; offer: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, offer } = await params;
  return { title: (await readOffer(workspace, offer)).name };
}

export default async function EditOfferPage({ params }: Props) {
  const { workspace, offer: id } = await params;
  const offer = await readOffer(workspace, id);
  if (!mayDo(offer.state, "edit")) redirect(offerHref(workspace, offer.id));
  return (
    <OfferForm
      key={offer.id}
      offer={offer}
      startsAt={offer.startsAt.toISOString()}
      currency={offer.currency}
    />
  );
}
