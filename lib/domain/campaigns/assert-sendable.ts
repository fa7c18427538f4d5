import { countMatching } from "@/db/queries/audience/count-audience";
import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { findActiveProvider } from "@/db/queries/providers/find-provider";
import { checkContent } from "@/lib/domain/content/check/check-content";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type InvalidParam, unprocessable } from "@/lib/platform/errors";

/** Refuses a campaign that could not be sent as it stands, naming everything that is in the way at once. */
export async function assertSendable(ctx: WorkspaceContext, campaign: CampaignRow): Promise<void> {
  const errors = await findObstacles(ctx, campaign);
  if (errors.length === 0) return;
  throw unprocessable(`This campaign cannot be sent yet: ${errors.map(({ detail }) => detail).join(" ")}`, {
    reason: errors[0]?.code ?? "not_sendable",
    errors,
  });
}

/** What blocks sending, field by field. */
export async function findObstacles(ctx: WorkspaceContext, campaign: CampaignRow): Promise<InvalidParam[]> {
  const [provider, audience] = await Promise.all([
    findActiveProvider(ctx.scope, campaign.channel),
    countMatching(ctx.scope, campaign.audience),
  ]);
  const obstacles: InvalidParam[] = contentProblems(campaign);
  if (!provider) {
    obstacles.push({
      pointer: "channel_type",
      code: "no_provider",
      detail: `No active provider sends ${campaign.channel}. Connect one under Providers.`,
    });
  }
  if (audience === 0) {
    obstacles.push({
      pointer: "audience.filter",
      code: "empty_audience",
      detail: "Nobody matches this audience.",
    });
  }
  return obstacles;
}

function contentProblems({ contents, channel, category }: CampaignRow): InvalidParam[] {
  if (contents.length === 0)
    return [{ pointer: "contents", code: "no_content", detail: "Write the message first." }];
  return checkContent(contents, channel, { category })
    .filter((problem) => problem.severity === "error")
    .map((problem) => ({
      pointer: `contents.${contents.findIndex((content) => content.language === problem.language)}.${problem.field}`,
      code: problem.code,
      detail: problem.detail,
    }));
}
