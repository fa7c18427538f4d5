import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";

export const templateHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `templates/${toWireId("template", id)}`);
