import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";

export const providerHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `providers/${toWireId("provider", id)}`);
