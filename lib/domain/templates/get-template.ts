import { findTemplate } from "@/db/queries/templates/find-template";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { fromRow } from "./own-template";
import { findShippedTemplate } from "./shipped/find-shipped-template";
import type { Template } from "./template";

export async function getTemplate(
  ctx: WorkspaceContext,
  { templateId, locale }: { templateId: string; locale?: string | undefined },
): Promise<Template> {
  ctx.require("templates.read");
  const shipped = findShippedTemplate(templateId, locale);
  if (shipped) return shipped;
  const row = await findTemplate(ctx.scope, templateId);
  if (!row) throw notFound();
  return fromRow(row);
}
