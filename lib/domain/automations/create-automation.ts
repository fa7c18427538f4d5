import { insertAutomation } from "@/db/queries/automations/automations";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import type { KeptDocument } from "@/lib/domain/campaigns/document/notification-document";
import { type InterfaceLocale, toInterfaceLocale } from "@/lib/domain/users/interface-locale";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { assertOwnSteps } from "./assert-own-steps";
import { type Definition, emptyDefinition } from "./definition";
import { type Automation, loadAutomation } from "./get-automation";
import type { RecipeName } from "./recipes/recipe-name";
import { makeRecipe } from "./recipes/recipes";

type Input = {
  name?: string | undefined;
  description?: string | undefined;
  recipe?: RecipeName | undefined;
  language?: InterfaceLocale | undefined;
  definition?: Definition | undefined;
};

export async function createAutomation(ctx: WorkspaceContext, input: Input): Promise<Automation> {
  ctx.require("automations.write");
  const { name, definition } = await startOf(ctx, input);
  const id = await ctx.transaction((tx) =>
    addAutomation(tx, { name, description: input.description ?? "", definition, document: null }),
  );
  return loadAutomation(ctx, id);
}

type NewOne = {
  name: string;
  description: string;
  definition: Definition;
  /** The notification document that it is made of. */
  document: KeptDocument | null;
};

export async function addAutomation(
  tx: TransactionContext,
  { name, description, definition, document }: NewOne,
): Promise<string> {
  const id = newId();
  await assertOwnSteps(tx.scope, { automationId: id, definition });
  await insertAutomation(tx.scope, {
    id,
    name,
    description,
    draft: definition,
    document,
    createdBy: tx.actor.name,
  });
  await tx.audit("automation.created", { kind: "automation", id, name });
  return id;
}

async function startOf(
  ctx: WorkspaceContext,
  { name, recipe, language, definition }: Input,
): Promise<{ name: string; definition: Definition }> {
  if (recipe !== undefined && definition !== undefined)
    throw invalidField("recipe", "Give a recipe or a definition, not both.", "contradiction");
  if (recipe !== undefined) {
    const workspace = await findSendingWorkspace(ctx.scope);
    const made = makeRecipe(recipe, language ?? toInterfaceLocale(workspace?.locale));
    return { ...made, name: name ?? made.name };
  }
  if (name === undefined) throw invalidField("name", "Give it a name, or make it of a recipe.", "required");
  return { name, definition: definition ?? emptyDefinition };
}
