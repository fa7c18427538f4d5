import { findTemplate } from "@/db/queries/templates/find-template";
import type { TemplateRow } from "@/db/queries/templates/template-row";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import { findContentWarnings } from "@/lib/domain/content/check/find-content-warnings";
import { conflict, type InvalidParam, notFound } from "@/lib/platform/errors";
import { findShippedTemplate } from "./shipped/find-shipped-template";
import type { Template, TemplateCategory } from "./template";

export function fromRow(row: TemplateRow): Template {
  const { id, name, contents, archivedAt, createdAt, updatedAt } = row;
  const channel = row.channel as Channel;
  const category = row.category as TemplateCategory;
  return { id, name, channel, category, source: "workspace", contents, archivedAt, createdAt, updatedAt };
}

export type SavedTemplate = Template & { warnings: InvalidParam[] };

/** For the answer to a template that was written: with what is unfinished about it. */
export const withWarnings = async (scope: WorkspaceScope, template: Template): Promise<SavedTemplate> => ({
  ...template,
  warnings: await findContentWarnings(scope, { contents: template.contents, channel: template.channel }),
});

/** The workspace's own template, to be changed. Shipped ones are everybody's and stay as they are. */
export async function getOwnTemplate(scope: WorkspaceScope, templateId: string): Promise<Template> {
  if (findShippedTemplate(templateId)) {
    throw conflict("Shipped templates cannot be changed. Duplicate it and change the copy.", {
      reason: "template_shipped",
    });
  }
  const row = await findTemplate(scope, templateId);
  if (!row) throw notFound();
  return fromRow(row);
}
