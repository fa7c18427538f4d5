import { redirect } from "next/navigation";
import { hrefOf } from "@/components/layout/navigation";
import { listCurrentWorkspaces, requireUser } from "@/lib/platform/context/page-context";
import { safeReturnPath } from "@/lib/platform/http/safe-return-path";

/** Where people land: in the workspace they used last. */
export default async function StartPage() {
  const user = await requireUser();
  const [latest] = await listCurrentWorkspaces(user.id);
  redirect(latest ? safeReturnPath(hrefOf(latest.slug)) : "/workspaces/new");
}
