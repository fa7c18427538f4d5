import { hasMatching } from "@/db/queries/audience/count-audience";
import { forecastAudience } from "@/db/queries/audience/forecast-audience";
import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { findActiveProvider } from "@/db/queries/providers/find-provider";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { toContentError } from "@/lib/domain/content/check/content-errors";
import { type ContentProblem, isBlocking } from "@/lib/domain/content/check/content-problem";
import { findCouponProblems } from "@/lib/domain/coupons/allocation/find-coupon-problems";
import { noProvider } from "@/lib/domain/providers/require-active-provider";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { unprocessable } from "@/lib/platform/errors";
import { findTimingObstacles } from "./timing/find-timing-obstacles";

/** What stands in the way of sending a campaign, or deserves a second look. */
export type SendProblem = {
  severity: "blocking" | "warning";
  code: string;
  language: string | null;
  field: string | null;
  /** Which of its buttons or keys, where the field has several. */
  part: string | null;
  values: Record<string, string | number>;
  detail: string;
};

/** Refuses a campaign that could not be sent as it stands, naming everything that is in the way at once. */
export async function assertSendable(ctx: WorkspaceContext, campaign: CampaignRow): Promise<void> {
  const hasPeople = await hasMatching(ctx.scope, campaign.audience);
  const obstacles = await findObstacles(ctx, campaign, hasPeople);
  const errors = [
    ...contentProblemsOf(campaign)
      .filter(isBlocking)
      .map((problem) => toContentError(problem, campaign.contents)),
    ...obstacles
      .filter(({ severity }) => severity !== "warning")
      .map(({ code, field, detail }) => ({ pointer: field, code, detail })),
  ];
  if (errors.length === 0) return;
  throw unprocessable(`This campaign cannot be sent yet: ${errors.map(({ detail }) => detail).join(" ")}`, {
    reason: errors[0]?.code ?? "not_sendable",
    errors,
  });
}

/** Everything at once, what blocks first. `audience`: how many match. */
export async function findSendProblems(
  ctx: WorkspaceContext,
  campaign: CampaignRow,
  audience: number,
): Promise<SendProblem[]> {
  const obstacles = await findObstacles(ctx, campaign, audience > 0);
  const problems = contentProblemsOf(campaign);
  return [
    ...problems.filter(isBlocking).map(toSendProblem),
    ...obstacles.map(
      (obstacle) => ({ severity: "blocking", ...obstacle, language: null, part: null }) as const,
    ),
    ...problems.filter((problem) => !isBlocking(problem)).map(toSendProblem),
  ];
}

const contentProblemsOf = ({ contents, channel, category }: CampaignRow): ContentProblem[] =>
  checkContent(contents, channel, { category });

const toSendProblem = (problem: ContentProblem): SendProblem => {
  const { code, language, field, part, values, detail } = problem;
  const severity = isBlocking(problem) ? "blocking" : "warning";
  return { severity, code, language, field, part, values, detail };
};

type Obstacle = Pick<SendProblem, "code" | "values" | "detail"> & {
  field: string;
  severity?: SendProblem["severity"];
};

async function countReachable(
  ctx: WorkspaceContext,
  { audience: filter, channel, category }: CampaignRow,
): Promise<number> {
  const workspace = await findSendingWorkspace(ctx.scope);
  const consentMode = workspace?.consentMode ?? "opt_in";
  const counts = await forecastAudience(ctx.scope, { filter, channel, category, consentMode });
  return counts.find(({ reason }) => reason === null)?.count ?? 0;
}

/** What blocks sending beside the words of the message. */
async function findObstacles(
  ctx: WorkspaceContext,
  campaign: CampaignRow,
  hasPeople: boolean,
): Promise<Obstacle[]> {
  const { channel } = campaign;
  const provider = await findActiveProvider(ctx.scope, channel);
  const obstacles: Obstacle[] = [];
  if (campaign.contents.length === 0)
    obstacles.push({ field: "contents", values: {}, code: "no_content", detail: "Write the message first." });
  if (!provider) obstacles.push({ field: "channel_type", values: { channel }, ...noProvider(channel) });
  if (!hasPeople)
    obstacles.push({
      field: "audience.filter",
      values: {},
      code: "empty_audience",
      detail: "Nobody matches this audience.",
    });
  const ofCoupon = await findCouponProblems(ctx.scope, campaign, ctx.now(), () =>
    countReachable(ctx, campaign),
  );
  return [...obstacles, ...(await findTimingObstacles(ctx, campaign)), ...ofCoupon];
}
