import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import type { Channel } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import type { DemoWorkspace } from "../demo-workspaces";
import { seedId } from "../seed-id";
import { steadyRandom } from "../steady-random";
import { demoThemes } from "./demo-themes";

export type DemoCampaign = {
  id: string;
  runId: string;
  name: string;
  channel: Channel;
  status: CampaignStatus;
  contents: Content[];
  at: Date;
  /** Share of the contacts that there were at the time. */
  share: number;
  /** Its people are kept one by one; older campaigns live on as totals. */
  hasPeople: boolean;
};

const campaignsPerWorkspace = 30;
const campaignsWithPeople = 8;
const daysBack = 90;
const hourMillis = 3_600_000;

/** Thirty campaigns: drafts and schedules first, then ninety days of sends back from now. */
export function demoCampaigns(workspace: DemoWorkspace, now: Date): DemoCampaign[] {
  const random = steadyRandom(`${workspace.slug} campaigns`);
  return Array.from({ length: campaignsPerWorkspace }, (_, n) => {
    const status = statusOf(n);
    const at = timeOf(n, status, now, random);
    const theme = demoThemes[workspace.locale][n % demoThemes[workspace.locale].length];
    if (!theme) throw new Error("A demo needs themes.");
    const edition = new Intl.DateTimeFormat(workspace.locale, {
      day: "numeric",
      month: "short",
      timeZone: workspace.timeZone,
    });
    const content = { ...emptyContent, language: workspace.locale, title: theme.title, body: theme.text };
    return {
      id: seedId(
        `${workspace.slug} campaign ${n}`,
        new Date(Math.min(at.getTime(), now.getTime()) - 20 * hourMillis),
      ),
      runId: seedId(`${workspace.slug} run ${n}`, at),
      name: `${theme.name} · ${edition.format(at)}`,
      channel: theme.channel,
      status,
      contents: [content],
      at,
      share: status === "sent" ? Math.max(0.3, 1 - n / 45) : 1,
      hasPeople: n >= 6 && n < 6 + campaignsWithPeople && status === "sent",
    };
  });
}

function statusOf(n: number): CampaignStatus {
  if (n < 3) return "draft";
  if (n < 5) return "scheduled";
  return n === 5 || n === 17 ? "cancelled" : "sent";
}

function timeOf(n: number, status: CampaignStatus, now: Date, random: () => number): Date {
  const day = 24 * hourMillis;
  const hour = (9 + Math.floor(random() * 11)) * hourMillis;
  const midnight = Math.floor(now.getTime() / day) * day;
  if (status === "draft") return new Date(now.getTime() - n * 5 * hourMillis - hourMillis);
  if (status === "scheduled") return new Date(midnight + (n - 1) * day + hour);
  // Closer together towards today: the workspace grows, and its last week has something to show.
  const daysAgo = Math.max(1, Math.round(((n - 5) / (campaignsPerWorkspace - 5)) ** 1.5 * daysBack));
  return new Date(midnight - daysAgo * day + hour);
}
