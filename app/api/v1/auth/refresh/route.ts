import { refreshContract } from "@/lib/contracts/auth";
import { refreshTokens } from "@/lib/domain/users/issue-tokens";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const POST = route(refreshContract, ({ body, origin }) =>
  refreshTokens(visitorFrom(origin), body.refreshToken),
);
