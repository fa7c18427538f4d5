import { jwtVerify, SignJWT } from "jose";
import { purposeKey } from "@/lib/platform/auth/secrets";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

export const realtimePath = "/api/realtime";

const lifetimeMillis = 60_000;
const audience = "pushpilot-realtime";

type RealtimeToken = { token: string; expiresAt: Date; path: string };

/** Good for one minute and one thing: hearing that rows of this workspace changed. */
export async function issueRealtimeToken(ctx: WorkspaceContext): Promise<RealtimeToken> {
  const expiresAt = new Date(ctx.now().getTime() + lifetimeMillis);
  const token = await new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(ctx.workspaceId)
    .setAudience(audience)
    .setExpirationTime(expiresAt)
    .sign(purposeKey("access_tokens"));
  return { token, expiresAt, path: realtimePath };
}

/** The workspace a token opens, unless it is forged, expired or of another kind. */
export async function readRealtimeToken(token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, purposeKey("access_tokens"), {
      algorithms: ["HS256"],
      audience,
    });
    return payload.sub;
  } catch {
    return undefined;
  }
}
