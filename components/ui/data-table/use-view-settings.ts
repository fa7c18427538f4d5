"use client";

import { z } from "zod";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { useStored } from "@/lib/browser/use-stored";
import { tryParseJson } from "@/lib/platform/try-parse-json";

export type Density = "comfortable" | "compact";

const storedSchema = z.object({
  density: z.enum(["comfortable", "compact"]).optional(),
  columns: z.record(z.string(), z.boolean()).optional(),
});

/** Columns and density of one table, kept in this browser. */
export function useViewSettings<Row>(tableId: string, columns: readonly TableColumn<Row>[]) {
  const [stored, setStored] = useStored(`table:${tableId}`);
  const settings = parseSettings(stored);
  const visibility: Record<string, boolean> = {};
  for (const column of columns) visibility[column.id] = settings.columns?.[column.id] ?? !column.hidden;

  return {
    density: settings.density ?? "comfortable",
    visibility,
    setDensity: (density: Density) => setStored(JSON.stringify({ ...settings, density })),
    setVisible: (id: string, visible: boolean) =>
      setStored(JSON.stringify({ ...settings, columns: { ...settings.columns, [id]: visible } })),
  };
}

export type ViewSettings = ReturnType<typeof useViewSettings>;

const parseSettings = (text: string | null): z.infer<typeof storedSchema> =>
  storedSchema.safeParse(tryParseJson(text ?? "{}")).data ?? {};
