import { countMatching, countReach, sampleAudience } from "@/db/queries/audience/count-audience";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import type { MessageCategory } from "@/lib/domain/channels/channel";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { AudienceFilter } from "./audience-filter";

const sampleSize = 10;

/** Exact, however large: how many match, how many each channel reaches, and who some of them are. */
export async function countAudience(
  ctx: WorkspaceContext,
  { filter, category = "marketing" }: { filter: AudienceFilter; category?: MessageCategory | undefined },
) {
  ctx.require("contacts.read");
  const workspace = await findSendingWorkspace(ctx.scope);
  const [total, reach, sample] = await Promise.all([
    countMatching(ctx.scope, filter),
    countReach(ctx.scope, filter, category, workspace?.consentMode ?? "opt_out"),
    sampleAudience(ctx.scope, filter, sampleSize),
  ]);
  return {
    total,
    reach,
    sample: sample.map((contact) => ({ id: contact.id, name: displayNameOf(contact) })),
  };
}
