import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewBatchScreen } from "@/components/coupons/batches/new-batch-screen";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { wireId } from "@/lib/contracts/wire/ids";
import { listOpenOffers } from "@/lib/domain/coupons/batches/list-open-offers";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("new.title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ offer?: string | string[] }> };

export default async function NewBatchPage({ params, searchParams }: Props) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const t = await getTranslations("batches");
  if (!ctx.can("coupons.write")) {
    return <NotForYourRole title={t("new.title")} permission="coupons.write" />;
  }
  const offers = await listOpenOffers(ctx);
  const asked = wireId("offer").safeDecode(String((await searchParams).offer));
  const offerId = offers.find(({ id }) => id === asked.data)?.id ?? null;
  return <NewBatchScreen offers={offers} offerId={offerId} />;
}
