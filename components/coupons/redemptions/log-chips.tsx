import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { contactOptions } from "@/components/contacts/api";
import { useContactName } from "@/components/contacts/contact-name";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { cn } from "@/components/ui/cn";
import type { SearchFilter } from "@/components/ui/data-table/search-filter";
import type { TableState } from "@/components/ui/data-table/use-table-state";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { Redemption, Refusal } from "./api";
import type { LogIds, NarrowingKind } from "./use-log-query";

type Props = {
  ids: LogIds;
  /** Those whose choice a phone keeps in its sheet. */
  filters: readonly SearchFilter[];
  /** Any row of the list: it knows the person. */
  row: Redemption | Refusal | undefined;
  state: TableState;
};

type Chip = { kind: NarrowingKind; name: string; isPhoneOnly: boolean };

/** What the log is narrowed to, each to be put away by itself; a wide screen shows offer and batch in their filters. */
export function LogChips({ ids, filters, row, state }: Props) {
  const t = useTranslations();
  const contact = useContactOf(ids.contactId, row);
  const chosen = filters.flatMap(({ id, options }): Chip[] => {
    const kind = id as NarrowingKind;
    const uuid = ids[`${kind}Id`];
    if (!uuid) return [];
    const value = toWireId(kind, uuid);
    const name = options.find((option) => option.value === value)?.label ?? value;
    return [{ kind, name, isPhoneOnly: true }];
  });
  const chips: Chip[] = contact
    ? [...chosen, { kind: "contact", name: contact, isPhoneOnly: false }]
    : chosen;
  if (chips.length === 0) return null;
  return (
    <ul className={cn("mb-3 flex flex-wrap gap-2", !contact && "sm:hidden")}>
      {chips.map(({ kind, name, isPhoneOnly }) => {
        const text = t(`redemptions.narrowings.${kind}`, { name });
        return (
          <li key={kind} className={cn("min-w-0 max-w-full", isPhoneOnly && "sm:hidden")}>
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

function useContactOf(contactId: string | undefined, row: Props["row"]): string | undefined {
  const { slug } = useShell().workspace;
  const nameOf = useContactName();
  const isKnown = row?.contact?.id === contactId;
  const { data } = useQuery({
    ...contactOptions(slug, contactId ?? ""),
    enabled: contactId !== undefined && !isKnown,
  });
  if (!contactId) return undefined;
  const contact = isKnown ? row?.contact : data;
  return contact ? nameOf(contact) : toWireId("contact", contactId);
}
