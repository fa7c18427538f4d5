import type { ReactNode } from "react";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export default async function WorkspaceLayout({
  params,
  children,
}: {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}) {
  await requireWorkspace((await params).workspace);
  return children;
}
