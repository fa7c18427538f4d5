import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewBatchScreen } from "@/components/coupons/batches/new-batch-screen";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { wireId } from "@/lib/contracts/wire/ids";
import { findOpenOffer } from "@/lib/domain/coupons/batches/find-open-offer";
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
  const asked = wireId("offer").safeDecode(String((await searchParams).offer));
  const offerId = asked.success ? await findOpenOffer(ctx, asked.data) : null;
  return <NewBatchScreen offerId={offerId} />;
}
