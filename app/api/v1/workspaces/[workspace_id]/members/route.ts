import { listMembersContract } from "@/lib/contracts/members/members";
import { listMembers } from "@/lib/domain/members/list-members";
import { route } from "@/lib/platform/http/route";

export const GET = route(listMembersContract, ({ ctx, query }) => listMembers(ctx, query));
