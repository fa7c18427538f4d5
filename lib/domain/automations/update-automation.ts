import { lockAutomation, updateDraft } from "@/db/queries/automations/automations";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { assertOwnSteps } from "./assert-own-steps";
import { assertSameVersion } from "./assert-same-version";
import { assertCan } from "./automation";
import type { Definition } from "./definition";
import { type Automation, loadAutomation } from "./get-automation";

type Input = {
  automationId: string;
  version: number;
  name?: string | undefined;
  description?: string | undefined;
  definition?: Definition | undefined;
};

/** Changes the draft alone; what is live stays as it is. */
export async function updateAutomation(
  ctx: WorkspaceContext,
  { automationId, version, name, description, definition }: Input,
): Promise<Automation> {
  ctx.require("automations.write");
  await ctx.transaction(async (tx) => {
    const before = await lockAutomation(tx.scope, automationId);
    if (!before) throw notFound();
    assertCan(before.status, "edit");
    assertSameVersion(before, version);
    if (definition) await assertOwnSteps(tx.scope, { automationId, definition });
    const after = {
      name: name ?? before.name,
      description: description ?? before.description,
      draft: definition ?? before.draft,
    };
    await updateDraft(tx.scope, automationId, after);
    const fields = Object.entries({ name, description, definition }).flatMap(([field, value]) =>
      value === undefined ? [] : [field],
    );
    const target = { kind: "automation", id: automationId, name: after.name } as const;
    await tx.audit("automation.updated", target, {
      before: { name: before.name },
      after: { name: after.name, fields },
    });
  });
  return loadAutomation(ctx, automationId);
}
