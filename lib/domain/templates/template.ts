import type { Channel } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";

export const templateCategories = ["festive", "weekend", "retention", "pharma", "general"] as const;

export type TemplateCategory = (typeof templateCategories)[number];

/** Shipped with the product and the same for everybody, or the workspace's own. */
export const templateSources = ["shipped", "workspace"] as const;

export type TemplateSource = (typeof templateSources)[number];

export type Template = {
  id: string;
  name: string;
  channel: Channel;
  category: TemplateCategory;
  source: TemplateSource;
  contents: Content[];
  archivedAt: Date | null;
  /** Absent on shipped ones. */
  createdAt: Date | null;
  updatedAt: Date | null;
};

export const templateNameCharsMax = 120;
