import { cursorOf } from "@/db/keyset";
import {
  countMembers,
  listMembers as listMemberRows,
  type MemberFilter,
  type MemberRow,
  memberOrder,
  memberSorts,
} from "@/db/queries/members";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";

export type Member = MemberRow & { status: "active" };

export async function listMembers(
  ctx: WorkspaceContext,
  input: ListInput & MemberFilter & { sort?: string | undefined },
): Promise<Page<Member>> {
  ctx.require("members.read");
  const sort = parseSort(input.sort, memberSorts);
  const order = memberOrder(sort);
  const page = parsePage(input, order.keys.length);
  const [rows, total] = await Promise.all([
    listMemberRows(ctx.scope, input, sort, page),
    countMembers(ctx.scope, input),
  ]);
  const members = rows.map((row) => ({ ...row, status: "active" as const }));
  return toPage(members, page.limit, (row) => cursorOf(order, row), total);
}
