import { requireWorkspace } from "@/lib/platform/context/page-context";

export default async function HomePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireWorkspace((await params).workspace);
  return <h1 className="text-xl font-semibold">{workspace.name}</h1>;
}
