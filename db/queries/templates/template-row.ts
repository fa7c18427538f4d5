import type { templates } from "@/db/schema/templates";

export type TemplateRow = typeof templates.$inferSelect;
