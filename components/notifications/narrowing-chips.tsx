import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import type { Narrowing } from "./use-narrowings";

type Props = { narrowings: readonly Narrowing[]; onRemove: (id: Narrowing["id"]) => void };

/** What a link narrowed the list to, each to be put away by itself. */
export function NarrowingChips({ narrowings, onRemove }: Props) {
  const t = useTranslations();
  if (narrowings.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-wrap gap-2">
      {narrowings.map(({ id, name }) => {
        const text = t(`notifications.narrowings.${id}`, { name });
        return (
          <li key={id} className="min-w-0 max-w-full">
            <Button
              className="max-w-full"
              aria-label={t("ui.table.removeFilter", { name: text })}
              onClick={() => onRemove(id)}
            >
              <span className="truncate text-brand">{text}</span>
              <X aria-hidden className="size-3.5 shrink-0" />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
