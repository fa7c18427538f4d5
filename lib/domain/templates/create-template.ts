import { insertTemplate } from "@/db/queries/templates/write-template";
import type { Channel } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { getOwnTemplate, type SavedTemplate, withWarnings } from "./own-template";
import { prepareContents } from "./prepare-contents";
import type { TemplateCategory } from "./template";

type TemplateInput = {
  name: string;
  channel: Channel;
  category?: TemplateCategory | undefined;
  contents: Content[];
};

export async function createTemplate(ctx: WorkspaceContext, input: TemplateInput): Promise<SavedTemplate> {
  ctx.require("templates.write");
  const { name, channel, category = "general" } = input;
  const contents = prepareContents(input.contents, channel);
  return ctx.transaction(async (tx) => {
    const id = newId();
    await insertTemplate(tx.scope, { id, name, channel, category, contents });
    await tx.audit("template.created", { kind: "template", id, name }, { after: { channel, category } });
    return withWarnings(tx.scope, await getOwnTemplate(tx.scope, id));
  });
}
