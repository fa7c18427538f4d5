import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { DangerSection } from "@/components/workspaces/danger-section";
import { IdentitySection } from "@/components/workspaces/identity-section";
import { RegionSection } from "@/components/workspaces/region-section";
import { SendingSection } from "@/components/workspaces/sending-section";
import { toWireId } from "@/lib/contracts/wire/ids";
import { getWorkspace } from "@/lib/domain/workspaces/get-workspace";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces"))("title") };
}

export default async function WorkspaceSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const workspace = await getWorkspace(ctx);
  const t = await getTranslations("workspaces");
  const mayChange = ctx.can("workspace.write");
  const wireId = toWireId("workspace", workspace.id);
  const section = { workspace, mayChange };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={
          <span className="flex items-center gap-1">
            <code className="font-mono text-xs">{wireId}</code>
            <CopyButton value={wireId} label={t("copyId")} />
          </span>
        }
      />
      <IdentitySection key={`${workspace.slug}-${workspace.name}`} {...section} />
      <RegionSection {...section} />
      <SendingSection {...section} />
      {ctx.can("workspace.delete") ? <DangerSection workspace={workspace} /> : null}
    </>
  );
}
