import type { UserIdentity } from "@/db/queries/system/identity";
import { findUser } from "@/db/queries/system/identity";
import {
  deleteRefreshFamily,
  insertRefreshToken,
  lockRefreshToken,
  markRefreshTokenUsed,
  purgeRefreshTokens,
} from "@/db/queries/system/refresh-tokens";
import type { SystemScope } from "@/db/scope";
import { accessTokenSeconds, signAccessToken } from "@/lib/platform/auth/access-token";
import { hashBearerSecret, newBearerSecret } from "@/lib/platform/auth/bearer-secret";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { unauthenticated } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

export type Tokens = {
  accessToken: string;
  refreshToken: string;
  tokenType: "Bearer";
  /** Of the access token. */
  expiresIn: number;
  user: UserIdentity;
};

const refreshDays = 30;

/** A first pair after a sign-in: a new family. */
export async function issueTokens(visitor: VisitorContext, user: UserIdentity): Promise<Tokens> {
  await purgeRefreshTokens(visitor.system, user.id);
  return issuePair(visitor, visitor.system, user, newId());
}

/**
 * Trades a refresh token for a new pair, once. A second use means that two hold it, so everything that descends
 * from the same sign-in ends.
 */
export async function refreshTokens(visitor: VisitorContext, refreshToken: string): Promise<Tokens> {
  const tokens = await visitor.system.transaction((tx) => rotate(visitor, tx, refreshToken));
  if (!tokens) {
    throw unauthenticated("This refresh token is not valid any more. Sign in again.", {
      reason: "refresh_token_invalid",
    });
  }
  return tokens;
}

async function rotate(
  visitor: VisitorContext,
  tx: SystemScope,
  refreshToken: string,
): Promise<Tokens | undefined> {
  const held = await lockRefreshToken(tx, hashBearerSecret(refreshToken));
  if (!held) return undefined;
  const user = await findUser(tx, held.userId);
  const isStale = held.expiresAt <= visitor.now() || user?.sessionEpoch !== held.sessionEpoch;
  if (!user || isStale || held.usedAt) {
    await deleteRefreshFamily(tx, held.familyId);
    return undefined;
  }
  await markRefreshTokenUsed(tx, held.id);
  return issuePair(visitor, tx, user, held.familyId);
}

async function issuePair(
  visitor: VisitorContext,
  handle: SystemScope,
  user: UserIdentity,
  familyId: string,
): Promise<Tokens> {
  const refreshToken = newBearerSecret("refresh");
  const now = visitor.now();
  await insertRefreshToken(handle, {
    id: newId(),
    familyId,
    userId: user.id,
    tokenHash: hashBearerSecret(refreshToken),
    sessionEpoch: user.sessionEpoch,
    expiresAt: new Date(now.getTime() + refreshDays * 24 * 60 * 60 * 1000),
  });
  const session = { userId: user.id, sessionEpoch: user.sessionEpoch };
  const accessToken = await signAccessToken(session, now);
  return { accessToken, refreshToken, tokenType: "Bearer", expiresIn: accessTokenSeconds, user };
}
