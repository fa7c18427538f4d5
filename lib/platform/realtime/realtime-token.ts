import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { findStanding, type RealtimeTopic, realtimeTopics } from "@/db/queries/realtime";
import { purposeKey } from "@/lib/platform/auth/secrets";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

export const realtimePath = "/api/realtime";

const lifetimeMillis = 120_000;
const audience = "pushpilot-realtime";

type RealtimeToken = { token: string; expiresAt: Date; path: string; topics: RealtimeTopic[] };

const claims = z.object({
  sub: z.string(),
  actor: z.string(),
  standing: z.string(),
  topics: z.array(z.enum(realtimeTopics)),
  exp: z.number(),
});

/** What a connection may hear, on whose behalf, and until when. */
export type RealtimeRights = {
  workspaceId: string;
  actorId: string;
  /** Of the actor when the token was given out; see `findStanding`. */
  standing: string;
  topics: ReadonlySet<string>;
  expiresAt: Date;
};

/** Good for two minutes and one thing: hearing that rows of this workspace changed which the caller may read. */
export async function issueRealtimeToken(ctx: WorkspaceContext): Promise<RealtimeToken> {
  const expiresAt = new Date(ctx.now().getTime() + lifetimeMillis);
  const topics = realtimeTopics.filter((topic) => ctx.can(`${topic}.read`));
  const standing = await findStanding(ctx.scope, ctx.actor.id);
  const token = await new SignJWT({ actor: ctx.actor.id, standing, topics })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(ctx.workspaceId)
    .setAudience(audience)
    .setExpirationTime(expiresAt)
    .sign(purposeKey("access_tokens"));
  return { token, expiresAt, path: realtimePath, topics };
}

/** What a token opens, unless it is forged, expired or of another kind. */
export async function readRealtimeToken(token: string): Promise<RealtimeRights | undefined> {
  try {
    const { payload } = await jwtVerify(token, purposeKey("access_tokens"), {
      algorithms: ["HS256"],
      audience,
    });
    const { sub, actor, standing, topics, exp } = claims.parse(payload);
    return {
      workspaceId: sub,
      actorId: actor,
      standing,
      topics: new Set(topics),
      expiresAt: new Date(exp * 1_000),
    };
  } catch {
    return undefined;
  }
}
