import { redirect } from "next/navigation";
import { hrefOf } from "@/components/layout/navigation";

/** A new contact is made in a sheet over the list. */
export default async function NewContactPage({ params }: { params: Promise<{ workspace: string }> }) {
  redirect(hrefOf((await params).workspace, "contacts?edit=new"));
}
