import { campaignNameCharsMax } from "@/lib/domain/campaigns/campaign";
import { truncateGraphemes } from "@/lib/domain/content/graphemes";
import type { NotificationDocument } from "../notification-document";

/** What people see in lists: the sender's own name for it, else its headline. */
export function nameOfDocument({ title, data = {} }: Pick<NotificationDocument, "title" | "data">): string {
  const own = typeof data.campaign_id === "string" ? data.campaign_id.trim() : "";
  return truncateGraphemes(own === "" ? title.trim() || title : own, campaignNameCharsMax);
}
