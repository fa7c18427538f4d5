import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { consentsOf } from "@/lib/domain/contacts/consent-column";
import type { GuessedType } from "@/lib/domain/contacts/imports/attribute-type";
import type { ImportTarget } from "@/lib/domain/contacts/imports/import-target";
import { type CellValue, otherReading, readCell, telling, unreadCells } from "./cell-reading";

export type MappingNotesProps = {
  target: ImportTarget;
  /** The channels of a consent are a proposal. */
  isProposed: boolean;
  /** Of the sample, empty ones left out. */
  cells: readonly string[];
  /** Of an attribute. */
  guess?: GuessedType;
};

/** How the cells of a column are read, and which of the sample would not be. */
export function MappingNotes({ target, isProposed, cells, guess }: MappingNotesProps) {
  const t = useTranslations("contacts.import.mapping");
  const textOf = useCellText();
  const isConsent = consentsOf(target) !== undefined;
  const type = guess?.type;
  const unread = unreadCells(target, cells, type);
  const example = telling(cells, type);
  const value = example === undefined || !type ? undefined : readCell(example, type);
  const first = { count: unread.length, total: cells.length, text: (unread[0] ?? "").slice(0, 40) };
  return (
    <>
      {isProposed ? <Note tone="warning">{t("proposedConsent")}</Note> : null}
      {isConsent ? <Note>{t("consentWords")}</Note> : null}
      {target === "consent_date" ? <Note>{t("momentHelp")}</Note> : null}
      {unread.length > 0 ? (
        <Note tone="danger">{t(isConsent ? "unreadConsent" : "unread", first)}</Note>
      ) : null}
      {example !== undefined && value !== undefined ? (
        guess?.isAmbiguous ? (
          <Note tone="warning">
            {t("ambiguous", {
              text: example,
              value: textOf(value),
              other: textOf(otherReading(example, guess.type)),
            })}
          </Note>
        ) : (
          <Note>{t("reads", { text: example, value: textOf(value) })}</Note>
        )
      ) : null}
    </>
  );
}

const tones = { plain: "text-muted-foreground", warning: "text-warning", danger: "text-danger" };

function Note({ tone = "plain", children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return <p className={cn("break-words text-xs", tones[tone])}>{children}</p>;
}

/** Numbers are told as people of the screen's language write them. */
function useCellText() {
  const t = useTranslations("contacts.import.mapping");
  const format = useFormatter();
  return (value: CellValue | undefined): string => {
    if (typeof value === "number") return format.number(value, { maximumFractionDigits: 15 });
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (value === undefined) return "–";
    const day = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?$/.exec(value);
    if (!day) return value;
    // A day, and a time of day, on nobody's clock in particular.
    return format.dateTime(new Date(day[1] ? `${value}Z` : value), day[1] ? "dateTime" : "date", {
      timeZone: "UTC",
    });
  };
}
