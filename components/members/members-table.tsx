"use client";

import { useQuery } from "@tanstack/react-query";
import { LogOut, UserCog, UserMinus, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { MenuItem } from "@/components/ui/overlays/menu";
import { useLive } from "@/lib/browser/realtime/use-live";
import { mayGrant, type Role, roleMay, roles } from "@/lib/domain/members/role";
import { type Member, membersOptions } from "./api";
import { RemoveMemberDialog } from "./remove-member-dialog";
import { RoleDialog } from "./role-dialog";
import { useMemberColumns } from "./use-member-columns";

export type MembersTableProps = { workspaceId: string; ownId: string; ownRole: Role };

export function MembersTable({ workspaceId, ownId, ownRole }: MembersTableProps) {
  const t = useTranslations("members");
  const state = useTableState({ filters: { role: roles }, defaultSort: "name", paging: "page" });
  const query = useQuery(useLive(membersOptions(workspaceId, state.query)));
  const columns = useMemberColumns(ownId);
  const [changing, setChanging] = useState<Member>();
  const [removing, setRemoving] = useState<Member>();
  const mayManage = (member: Member) => roleMay(ownRole, "members.write") && mayGrant(ownRole, member.role);

  return (
    <>
      <DataTable
        tableId="members"
        label={t("title")}
        columns={columns}
        query={query}
        state={state}
        rowId={(member) => member.userId}
        rowName={(member) => member.name}
        searchPlaceholder={t("searchPlaceholder")}
        filters={[
          {
            id: "role",
            label: t("role"),
            options: roles.map((role) => ({ value: role, label: t(`roles.${role}`) })),
          },
        ]}
        rowMenu={(member) => {
          const isSelf = member.userId === ownId;
          if (!isSelf && !mayManage(member)) return null;
          return (
            <>
              {mayManage(member) ? (
                <MenuItem icon={<UserCog aria-hidden />} onClick={() => setChanging(member)}>
                  {t("changeRole")}
                </MenuItem>
              ) : null}
              <MenuItem
                danger
                icon={isSelf ? <LogOut aria-hidden /> : <UserMinus aria-hidden />}
                onClick={() => setRemoving(member)}
              >
                {t(isSelf ? "leave" : "remove")}
              </MenuItem>
            </>
          );
        }}
        empty={<EmptyState icon={<UsersRound aria-hidden />} title={t("empty")} />}
      />
      {changing ? (
        <RoleDialog
          workspaceId={workspaceId}
          member={changing}
          ownRole={ownRole}
          onClose={() => setChanging(undefined)}
        />
      ) : null}
      {removing ? (
        <RemoveMemberDialog
          workspaceId={workspaceId}
          member={removing}
          isSelf={removing.userId === ownId}
          onClose={() => setRemoving(undefined)}
        />
      ) : null}
    </>
  );
}
