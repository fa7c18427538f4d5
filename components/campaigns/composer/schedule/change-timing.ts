import type { CampaignTiming } from "@/lib/domain/timing/campaign-timing";
import type { OpenDraft } from "../use-draft-store";

export const changeTiming = ({ draft, change }: OpenDraft, part: Partial<CampaignTiming>): void =>
  change({ timing: { ...draft.timing, ...part } });
