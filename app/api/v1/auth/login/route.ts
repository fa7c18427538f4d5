import { loginContract } from "@/lib/contracts/auth";
import { issueTokens } from "@/lib/domain/users/issue-tokens";
import { verifyCredentials } from "@/lib/domain/users/verify-credentials";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const POST = route(loginContract, async ({ body, origin }) => {
  const visitor = visitorFrom(origin);
  return issueTokens(visitor, await verifyCredentials(visitor, body));
});
