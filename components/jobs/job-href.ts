import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";

export const jobHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `jobs/${toWireId("job", id)}`);
