import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CapabilityMatrix } from "@/components/members/capability-matrix";
import { MembersScreen } from "@/components/members/members-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { user, role } = await requireWorkspace((await params).workspace);
  return <MembersScreen ownId={user.id} matrix={<CapabilityMatrix ownRole={role} />} />;
}
