"use client";

import { useTranslations } from "next-intl";
import { useContactName } from "@/components/contacts/contact-name";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import type { Refusal } from "../api";
import { CodeText } from "../code-text";
import { useRefusalWords } from "./use-refusal-words";

export function useRefusalColumns(): TableColumn<Refusal>[] {
  const t = useTranslations("redemptions");
  const wordsOf = useRefusalWords();
  const nameOf = useContactName();
  return [
    { id: "code", header: t("code"), primary: true, cell: ({ code }) => <CodeText>{code}</CodeText> },
    {
      id: "reason",
      header: t("reason"),
      cell: (row) => {
        const { reason, rule } = wordsOf(row);
        return (
          <span className="inline-flex max-w-72 flex-wrap items-center gap-x-2">
            {row.reason === "honeytoken" ? <Badge tone="danger">{reason}</Badge> : (rule ?? reason)}
          </span>
        );
      },
    },
    {
      id: "seen",
      header: t("seenNeeded"),
      cell: (row) => {
        const { seen, needed } = wordsOf(row);
        return (
          <span className="block max-w-52 truncate">
            {seen || needed ? `${seen ?? "–"} / ${needed ?? "–"}` : "–"}
          </span>
        );
      },
    },
    { id: "act", header: t("act"), card: "aside", cell: ({ act }) => t(`acts.${act}`) },
    {
      id: "contact",
      header: t("person"),
      cell: ({ contact }) => (contact ? nameOf(contact) : "–"),
    },
    {
      id: "offer",
      header: t("offer"),
      cell: ({ offer }) => <span className="block max-w-40 truncate">{offer?.name ?? "–"}</span>,
    },
    {
      id: "ip",
      header: t("ip"),
      hidden: true,
      cell: ({ ip }) => <span className="font-mono text-xs">{ip ?? "–"}</span>,
    },
    {
      id: "created_at",
      header: t("time"),
      sortable: true,
      cell: ({ createdAt }) => <DateTime value={createdAt} />,
    },
  ];
}
