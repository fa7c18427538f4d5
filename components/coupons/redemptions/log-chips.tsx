import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContactName } from "@/components/contacts/contact-name";
import { Button } from "@/components/ui/actions/button";
import type { TableState } from "@/components/ui/data-table/use-table-state";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { Redemption, Refusal } from "./api";
import type { NarrowingKind } from "./use-log-query";

type Props = {
  ids: { offerId?: string; batchId?: string; contactId?: string };
  /** Any row of the list: it knows the names. */
  row: Redemption | Refusal | undefined;
  state: TableState;
};

/** What a link narrowed the log to, each to be put away by itself. */
export function LogChips({ ids, row, state }: Props) {
  const t = useTranslations();
  const nameOf = useContactName();
  const { offerId, batchId, contactId } = ids;
  const chips: { kind: NarrowingKind; name: string }[] = [
    ...(offerId ? [{ kind: "offer" as const, name: row?.offer?.name ?? toWireId("offer", offerId) }] : []),
    ...(batchId
      ? [{ kind: "batch" as const, name: row?.batch?.batchCode ?? toWireId("batch", batchId) }]
      : []),
    ...(contactId
      ? [
          {
            kind: "contact" as const,
            name: row?.contact ? nameOf(row.contact) : toWireId("contact", contactId),
          },
        ]
      : []),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-wrap gap-2">
      {chips.map(({ kind, name }) => {
        const text = t(`redemptions.narrowings.${kind}`, { name });
        return (
          <li key={kind} className="min-w-0 max-w-full">
            <Button
              className="max-w-full"
              aria-label={t("ui.table.removeFilter", { name: text })}
              onClick={() => state.setFilter(kind, [])}
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
