import { notFound } from "next/navigation";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string }> };

/** What is no page of a workspace is not found inside its shell. */
export default async function UnknownPage({ params }: Props): Promise<never> {
  await requireWorkspace((await params).workspace);
  notFound();
}
