import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RedemptionView } from "@/components/coupons/redemptions/redemption-view";
import { wireId } from "@/lib/contracts/wire/ids";
import { getRedemption } from "@/lib/domain/coupons/ledger/list-ledger";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string; redemption: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("redemptions"))("title") };
}

export default async function RedemptionPage({ params }: Props) {
  const { workspace: slug, redemption: id } = await params;
  return <RedemptionView redemption={await readRedemption(slug, id)} />;
}

async function readRedemption(slug: string, id: string) {
  const { ctx } = await requireWorkspace(slug);
  return foundOrNotFound(wireId("redemption"), id, (redemptionId) => getRedemption(ctx, { redemptionId }));
}
