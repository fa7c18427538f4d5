import { findForeignStep } from "@/db/queries/automations/message-campaigns";
import type { WorkspaceScope } from "@/db/scope";
import { assertOwnBatches } from "@/lib/domain/coupons/allocation/assert-own-batch";
import { conflict, type InvalidParam, invalidField } from "@/lib/platform/errors";
import { type Definition, messageSteps } from "./definition";

type Owned = { automationId: string; definition: Definition };

/** A step is reported under its id, so that no id may be another automation's or a campaign's; nor may its codes be others'. */
export async function assertOwnSteps(tx: WorkspaceScope, owned: Owned): Promise<void> {
  await assertOwnBatches(
    tx,
    messageSteps(owned.definition).map(({ couponBatchId }) => couponBatchId),
  );
  const taken = await takenStep(tx, owned);
  if (taken) throw invalidField(taken.pointer, taken.detail, taken.code);
}

/** Asked after the reports of its steps were written, when nobody else can take their ids any more. */
export async function assertOwnReports(tx: WorkspaceScope, owned: Owned): Promise<void> {
  const taken = await takenStep(tx, owned);
  if (taken)
    throw conflict("A message has the id of another automation's or a campaign's.", {
      reason: "step_taken",
      errors: [taken],
    });
}

async function takenStep(
  tx: WorkspaceScope,
  { automationId, definition }: Owned,
): Promise<InvalidParam | undefined> {
  const ids = messageSteps(definition).map(({ id }) => id);
  const foreign = await findForeignStep(tx, automationId, ids);
  if (foreign === undefined) return undefined;
  const index = definition.steps.findIndex(({ id }) => id === foreign);
  return {
    pointer: `definition.steps.${index}.id`,
    code: "taken",
    detail: "This id is in use elsewhere. Make a new one for a new step.",
  };
}
