import { signInWithAppleContract } from "@/lib/contracts/auth";
import { issueTokens } from "@/lib/domain/users/issue-tokens";
import { signInWithIdentityToken } from "@/lib/domain/users/sign-in-with-identity-token";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const POST = route(signInWithAppleContract, async ({ body, origin }) => {
  const visitor = visitorFrom(origin);
  return issueTokens(visitor, await signInWithIdentityToken(visitor, "apple", body));
});
