import { cache } from "react";
import { automation as automationShape } from "@/lib/contracts/automations/automations";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getAutomation } from "@/lib/domain/automations/get-automation";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

/** The automation of the address and its workspace; 404 for what is not there. */
export const readAutomation = cache(async (slug: string, id: string) => {
  const { ctx, workspace } = await requireWorkspace(slug);
  const found = await foundOrNotFound(wireId("automation"), id, (automationId) =>
    getAutomation(ctx, { automationId }),
  );
  return { ctx, workspace, automation: asSeen(automationShape, found) };
});
