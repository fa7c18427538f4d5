import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import {
  createInvitesContract,
  listInvitesContract,
  renewInviteContract,
  revokeInviteContract,
} from "@/lib/contracts/members/invites";
import {
  changeMemberRoleContract,
  listMembersContract,
  removeMemberContract,
} from "@/lib/contracts/members/members";
import type { Role } from "@/lib/domain/members/role";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Member = ResultOf<typeof listMembersContract>["data"][number];
export type Invite = ResultOf<typeof listInvitesContract>["data"][number];

export const membersOptions = (workspaceId: string, query: QueryOf<typeof listMembersContract>) =>
  hearing(
    ["members"],
    queryOptions({
      queryKey: ["members", workspaceId, "list", query],
      queryFn: ({ signal }) => callApi(listMembersContract, { params: { workspaceId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  );

/** Who joins leaves it, and that is heard; what other admins offer is read when the screen is opened. */
export const invitesOptions = (workspaceId: string) =>
  hearing(
    ["members"],
    queryOptions({
      queryKey: ["members", workspaceId, "invites"],
      queryFn: ({ signal }) => callApi(listInvitesContract, { params: { workspaceId }, signal }),
    }),
  );

/** The acts on membership. Each answer is the server's: permissions are nothing to be optimistic about. */
export function useMemberActs(workspaceId: string) {
  const t = useTranslations("members");
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ["members", workspaceId] });
  const changeRole = useMutation({
    mutationFn: ({ userId, role, keepApiKeys }: { userId: string; role: Role; keepApiKeys: boolean }) =>
      callApi(changeMemberRoleContract, { params: { workspaceId, userId }, body: { role, keepApiKeys } }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ userId, keepApiKeys }: { userId: string; keepApiKeys: boolean }) =>
      callApi(removeMemberContract, { params: { workspaceId, userId }, query: { keepApiKeys } }),
    onError: (error) => toastRefusal(t("failed"), error),
    onSettled,
  });
  return { changeRole, remove };
}

export function useInviteActs(workspaceId: string) {
  const t = useTranslations("members");
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ["members", workspaceId] });
  const create = useMutation({
    mutationFn: (body: BodyOf<typeof createInvitesContract>) =>
      callApi(createInvitesContract, { params: { workspaceId }, body }),
    onSettled,
  });
  const renew = useMutation({
    mutationFn: (inviteId: string) => callApi(renewInviteContract, { params: { workspaceId, inviteId } }),
    onError: (error) => toastRefusal(t("failed"), error),
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: (inviteId: string) => callApi(revokeInviteContract, { params: { workspaceId, inviteId } }),
    onError: (error) => toastRefusal(t("failed"), error),
    onSettled,
  });
  return { create, renew, revoke };
}
