import type { Metadata } from "next";
import { OfferScreen } from "@/components/coupons/offers/detail/offer-screen";
import { OfferPerformance } from "@/components/coupons/performance/offer-performance";
import { readOffer } from "./read-offer";

type Props = { params: Promise<{ workspace: string; offer: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, offer } = await params;
  return { title: (await readOffer(workspace, offer)).name };
}

export default async function OfferPage({ params }: Props) {
  const { workspace, offer: id } = await params;
  const offer = await readOffer(workspace, id);
  return (
    <OfferScreen key={offer.id} offer={offer}>
      <OfferPerformance offerId={offer.id} />
    </OfferScreen>
  );
}
