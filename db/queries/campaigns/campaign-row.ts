import type { campaigns } from "@/db/schema/campaigns";
import type { RunTotals } from "@/lib/domain/runs/run";

export type CampaignRow = typeof campaigns.$inferSelect;

export type CampaignWithTotals = CampaignRow & { totals: RunTotals | null };
