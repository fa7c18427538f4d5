import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ProviderScreen } from "@/components/providers/provider-screen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getProvider } from "@/lib/domain/providers/get-provider";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import { isAppError } from "@/lib/platform/errors";

type Props = { params: Promise<{ workspace: string; provider: string }> };

const loadProvider = cache(async (slug: string, id: string) => {
  const { ctx } = await requireWorkspace(slug);
  const parsed = wireId("provider").safeParse(id);
  if (!parsed.success) notFound();
  return getProvider(ctx, { providerId: parsed.data }).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, provider } = await params;
  return { title: (await loadProvider(workspace, provider)).name };
}

export default async function ProviderPage({ params }: Props) {
  const { workspace, provider } = await params;
  return <ProviderScreen initial={await loadProvider(workspace, provider)} />;
}
