import type { Fragment } from "@/db/client";
import { type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { Role } from "@/lib/domain/members/role";
import type { PageRequest } from "@/lib/platform/paging";

export type MemberRow = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  createdAt: Date;
  lastActiveAt: Date | null;
};

export type MemberFilter = { q?: string | undefined; role?: string[] | undefined };

export const memberSorts = [
  "name",
  "-name",
  "created_at",
  "-created_at",
  "last_active_at",
  "-last_active_at",
] as const;

export type MemberSort = (typeof memberSorts)[number];

export async function insertMember(
  tx: WorkspaceScope,
  member: { userId: string; role: Role },
): Promise<boolean> {
  const rows = await tx.sql`
    insert into members (workspace_id, user_id, role) values (${tx.id}, ${member.userId}, ${member.role})
    on conflict (workspace_id, user_id) do nothing returning user_id`;
  return rows.length > 0;
}

export async function findMember(scope: WorkspaceScope, userId: string): Promise<MemberRow | undefined> {
  const rows = await scope.sql<MemberRow>`
    select m.user_id, u.name, u.email, m.role, m.created_at, m.last_active_at
    from members m join users u on u.id = m.user_id
    where m.workspace_id = ${scope.id} and m.user_id = ${userId}`;
  return rows[0];
}

export async function countOwners(scope: WorkspaceScope): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from members where workspace_id = ${scope.id} and role = 'owner'`;
  return rows[0]?.count ?? 0;
}

export async function updateMemberRole(tx: WorkspaceScope, userId: string, role: Role): Promise<void> {
  await tx.sql`update members set role = ${role} where workspace_id = ${tx.id} and user_id = ${userId}`;
}

export async function deleteMember(tx: WorkspaceScope, userId: string): Promise<void> {
  await tx.sql`delete from members where workspace_id = ${tx.id} and user_id = ${userId}`;
}

/** E-mail addresses of these that are members already. */
export async function listMemberEmails(scope: WorkspaceScope, emails: string[]): Promise<string[]> {
  const rows = await scope.sql<{ email: string }>`
    select u.email from members m join users u on u.id = m.user_id
    where m.workspace_id = ${scope.id} and u.email = any(${emails})`;
  return rows.map((row) => row.email);
}

/** One kind of cursor for all of them: what a row is ordered by is made a text. */
export const memberOrder = (sort: MemberSort): Order<"sortKey" | "userId"> => ({
  direction: sort.startsWith("-") ? "desc" : "asc",
  keys: [
    ["sort_key", "sortKey"],
    ["user_id", "userId"],
  ],
});

export async function listMembers(
  scope: WorkspaceScope,
  filter: MemberFilter,
  sort: MemberSort,
  page: PageRequest,
): Promise<(MemberRow & { sortKey: string })[]> {
  return scope.sql<MemberRow & { sortKey: string }>`
    select * from (
      select m.user_id, u.name, u.email, m.role, m.created_at, m.last_active_at,
        ${sortKeyOf(scope, sort)} collate "C" as sort_key
      from members m join users u on u.id = m.user_id
      where m.workspace_id = ${scope.id} and ${memberConditions(scope, filter)}) found
    where true ${pageOf(scope, memberOrder(sort), page)}`;
}

export async function countMembers(scope: WorkspaceScope, filter: MemberFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from members m join users u on u.id = m.user_id
    where m.workspace_id = ${scope.id} and ${memberConditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

/** Text that sorts as the column does. */
function sortKeyOf(scope: WorkspaceScope, sort: MemberSort): Fragment {
  if (sort.endsWith("name")) {
    return scope.fragment`fold_text(u.name)`;
  }
  const column = sort.endsWith("created_at")
    ? scope.fragment`m.created_at`
    : scope.fragment`m.last_active_at`;
  return scope.fragment`coalesce(to_char(${column} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '')`;
}

function memberConditions(scope: WorkspaceScope, filter: MemberFilter): Fragment {
  return scope.all([
    filter.role && scope.fragment`m.role = any(${filter.role})`,
    filter.q && matchesFolded(scope, ["u.name", "u.email"], filter.q),
  ]);
}
