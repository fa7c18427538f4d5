import { countMatching } from "@/db/queries/audience/count-audience";
import type { Channel } from "@/lib/domain/channels/channel";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { InvalidParam } from "@/lib/platform/errors";
import type { NotificationDocument } from "./notification-document";
import { judgeDocument } from "./reading/judge-document";
import { nameOfDocument } from "./reading/name-of-document";

export type DocumentPreview = {
  kind: "campaign" | "automation";
  name: string;
  channels: Channel[];
  /** How many people it is meant for, as they are now. */
  audience: number;
  warnings: InvalidParam[];
};

/** What a document would become; nothing is made. */
export async function previewDocument(
  ctx: WorkspaceContext,
  document: NotificationDocument,
): Promise<DocumentPreview> {
  const { notice, warnings } = await judgeDocument(ctx, document);
  const isCampaign = notice.time.kind === "time_based";
  return {
    kind: isCampaign ? "campaign" : "automation",
    name: nameOfDocument(document),
    channels: isCampaign ? [notice.channels[0]] : notice.channels,
    audience: await countMatching(ctx.scope, notice.audience),
    warnings,
  };
}
