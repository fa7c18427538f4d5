import type { Metadata } from "next";
import { cache } from "react";
import { ProviderScreen } from "@/components/providers/provider-screen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getProvider } from "@/lib/domain/providers/get-provider";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string; provider: string }> };

const loadProvider = cache(async (slug: string, id: string) => {
  const { ctx } = await requireWorkspace(slug);
  return foundOrNotFound(wireId("provider"), id, (providerId) => getProvider(ctx, { providerId }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, provider } = await params;
  return { title: (await loadProvider(workspace, provider)).name };
}

export default async function ProviderPage({ params }: Props) {
  const { workspace, provider } = await params;
  return <ProviderScreen initial={await loadProvider(workspace, provider)} />;
}
