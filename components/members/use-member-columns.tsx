"use client";

import { useTranslations } from "next-intl";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { Avatar } from "@/components/ui/display/avatar";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import type { Member } from "./api";

export function useMemberColumns(ownId: string): TableColumn<Member>[] {
  const t = useTranslations("members");
  return [
    {
      id: "name",
      header: t("name"),
      primary: true,
      sortable: true,
      cell: (member) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <Avatar name={member.name} size="sm" />
          <span className="truncate">{member.name}</span>
          {member.userId === ownId ? <Badge>{t("you")}</Badge> : null}
        </span>
      ),
    },
    { id: "email", header: t("email"), cell: (member) => <span className="break-all">{member.email}</span> },
    {
      id: "role",
      header: t("role"),
      card: "aside",
      cell: (member) => (
        <Badge tone={member.role === "owner" ? "brand" : "neutral"}>{t(`roles.${member.role}`)}</Badge>
      ),
    },
    {
      id: "last_active_at",
      header: t("lastActive"),
      sortable: true,
      cell: (member) =>
        member.lastActiveAt ? (
          <DateTime value={member.lastActiveAt} />
        ) : (
          <span className="text-muted-foreground">{t("never")}</span>
        ),
    },
    {
      id: "created_at",
      header: t("joined"),
      sortable: true,
      cell: (member) => <DateTime value={member.createdAt} display="date" />,
    },
  ];
}
