import { findForeignStep } from "@/db/queries/automations/message-campaigns";
import type { WorkspaceScope } from "@/db/scope";
import { invalidField } from "@/lib/platform/errors";
import { type Definition, messageSteps } from "./definition";

/** A step is reported under its id, so that no id may be another automation's or a campaign's. */
export async function assertOwnSteps(
  tx: WorkspaceScope,
  automationId: string,
  definition: Definition,
): Promise<void> {
  const ids = messageSteps(definition).map(({ id }) => id);
  const foreign = await findForeignStep(tx, automationId, ids);
  if (foreign === undefined) return;
  const index = definition.steps.findIndex(({ id }) => id === foreign);
  throw invalidField(
    `definition.steps.${index}.id`,
    "This id is in use elsewhere. Make a new one for a new step.",
    "taken",
  );
}
