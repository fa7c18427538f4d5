import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";

export const contactHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `contacts/${toWireId("contact", id)}`);
