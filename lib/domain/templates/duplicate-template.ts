import { copyNameOf } from "@/lib/domain/content/copy-name";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { createTemplate } from "./create-template";
import { getTemplate } from "./get-template";
import { type Template, templateNameCharsMax } from "./template";

type DuplicateInput = { templateId: string; name?: string | undefined; locale?: string | undefined };

/** A copy that the workspace may change. A shipped one keeps its name; an own one says that it is a copy. */
export async function duplicateTemplate(
  ctx: WorkspaceContext,
  { templateId, name, locale }: DuplicateInput,
): Promise<Template> {
  ctx.require("templates.write");
  const original = await getTemplate(ctx, { templateId, locale });
  const { channel, category, contents, source } = original;
  const copyName = source === "shipped" ? original.name : copyNameOf(original.name, templateNameCharsMax);
  return createTemplate(ctx, { name: name ?? copyName, channel, category, contents });
}
