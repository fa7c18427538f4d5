import { createHash } from "node:crypto";
import type { Sql, TransactionSql } from "@/db/client";
import { clearRateLimits, takeRateLimit } from "@/db/queries/rate-limits";
import { rateLimited } from "@/lib/platform/errors";
import { callerNetwork } from "@/lib/platform/http/caller-network";

const minutes = 60;

/**
 * Called before a password is looked at, so that guessing costs the guesser and not us. Per account and address it
 * is tight; per account over all addresses loose enough that a stranger cannot lock somebody out for long.
 */
export async function limitGuesses(pool: Sql, account: string, ip: string | null): Promise<void> {
  const limits = [
    { key: guessKey(account, ip), quota: 5, windowSeconds: 5 * minutes },
    { key: accountKey(account), quota: 60, windowSeconds: 60 * minutes },
    { key: `guess:address:${callerNetwork(ip)}`, quota: 60, windowSeconds: 10 * minutes },
  ];
  for (const limit of limits) await take(pool, limit);
}

/** After the right password: who knows it was not guessing, however often they sign in. */
export function forgiveGuesses(pool: Sql, account: string, ip: string | null): Promise<void> {
  return clearRateLimits(pool, [guessKey(account, ip), accountKey(account)]);
}

/** Before somebody is written to whom anybody can name; the same for addresses that nobody has. */
export function limitMails(pool: Sql | TransactionSql, account: string, ip: string | null): Promise<void> {
  return limitLetters(pool, account, { key: `mail:address:${callerNetwork(ip)}`, quota: 20 });
}

/** Who invites is known, and may well have a whole team to invite. */
export function limitInviteMails(
  pool: Sql | TransactionSql,
  account: string,
  ip: string | null,
): Promise<void> {
  return limitLetters(pool, account, { key: `mail:inviter:${callerNetwork(ip)}`, quota: 200 });
}

async function limitLetters(
  pool: Sql | TransactionSql,
  account: string,
  caller: { key: string; quota: number },
): Promise<void> {
  const windowSeconds = 60 * minutes;
  // The caller's own limit first: whoever is over it takes nothing from the person whom they name.
  await take(pool, { ...caller, windowSeconds });
  await take(pool, { key: `mail:account:${nameOf(account)}`, quota: 3, windowSeconds });
}

async function take(
  pool: Sql | TransactionSql,
  limit: { key: string; quota: number; windowSeconds: number },
): Promise<void> {
  const verdict = await takeRateLimit(pool, { ...limit, count: 1 });
  if (!verdict.isAllowed) throw rateLimited(verdict.retryAfterSeconds);
}

const nameOf = (account: string): string => createHash("sha256").update(account).digest("base64url");

const accountKey = (account: string): string => `guess:account:${nameOf(account)}`;

const guessKey = (account: string, ip: string | null): string =>
  `guess:${nameOf(account)}:${callerNetwork(ip)}`;
