import { registerContract } from "@/lib/contracts/auth";
import { issueTokens } from "@/lib/domain/users/issue-tokens";
import { registerUser } from "@/lib/domain/users/register-user";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const POST = route(registerContract, async ({ body, origin }) => {
  const visitor = visitorFrom(origin);
  const { user, workspace } = await registerUser(visitor, body);
  return { ...(await issueTokens(visitor, user)), workspace };
});
