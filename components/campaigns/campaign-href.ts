import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";
import { mayDo } from "@/lib/domain/campaigns/campaign";
import type { Campaign } from "./api";

export const campaignPageHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `campaigns/${toWireId("campaign", id)}`);

export const campaignEditHref = (workspace: string, id: string): string =>
  `${campaignPageHref(workspace, id)}/edit`;

/** Where it was scheduled, and where somebody who takes that back was last. */
export const campaignReviewHref = (workspace: string, id: string): string =>
  `${campaignEditHref(workspace, id)}?step=review`;

/** Where a campaign is worked on: the composer while it can be changed by this person, its page otherwise. */
export const campaignHref = (
  workspace: string,
  { id, status }: Pick<Campaign, "id" | "status">,
  mayWrite: boolean,
): string =>
  mayWrite && mayDo(status, "edit") ? campaignEditHref(workspace, id) : campaignPageHref(workspace, id);
