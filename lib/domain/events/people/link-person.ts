import { findContact } from "@/db/queries/contacts/find-contact";
import { lockClues } from "@/db/queries/contacts/lock-clues";
import { mergeInto, nameAnonymous, nameContact } from "@/db/queries/events/merge-people";
import { insertPeople, resolvePeople } from "@/db/queries/events/resolve-people";
import { leaveByMerge } from "@/lib/domain/automations/journey/leaving/leave-by-merge";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";

export type PersonIds = { externalId?: string | undefined; anonymousId?: string | undefined };

export type LinkedPerson = {
  contactId: string;
  created: boolean;
  merged: boolean;
  /** The anonymous id is another user's, and stays theirs. */
  isTaken: boolean;
};

/** The contact that the ids name, made when there is none; an anonymous contact becomes the user's. */
export async function linkPerson(
  tx: TransactionContext,
  { externalId, anonymousId }: PersonIds,
): Promise<LinkedPerson> {
  const external = externalId === undefined ? undefined : ({ kind: "external", key: externalId } as const);
  const anonymous =
    anonymousId === undefined ? undefined : ({ kind: "anonymous", key: anonymousId } as const);
  await lockClues(tx.scope, [
    ...(external ? [`id:${external.key}`] : []),
    ...(anonymous ? [`anonymous:${anonymous.key}`] : []),
  ]);
  const found = await resolvePeople(
    tx.scope,
    [external, anonymous].filter((clue) => clue !== undefined),
  );
  const user = external && found[0];
  const visitor = anonymous && found.at(-1);
  if (user === undefined && visitor === undefined) return make(tx, { externalId, anonymousId });
  if (user === undefined && visitor !== undefined) return adopt(tx, visitor, externalId);
  if (user !== undefined && anonymous && visitor === undefined)
    await nameAnonymous(tx.scope, anonymous.key, user);
  if (user !== undefined && visitor !== undefined && visitor !== user) return merge(tx, visitor, user);
  return { contactId: user ?? "", ...unchanged };
}

const unchanged = { created: false, merged: false, isTaken: false };

async function make(tx: TransactionContext, ids: PersonIds): Promise<LinkedPerson> {
  const id = newId();
  const { externalId = null, anonymousId = null } = ids;
  await insertPeople(tx.scope, [{ id, externalId, anonymousId }]);
  return { contactId: id, created: true, merged: false, isTaken: false };
}

/** A visitor who turns out to be a user nobody knew gets the user's id; one who is another user stays that one. */
async function adopt(
  tx: TransactionContext,
  visitor: string,
  externalId: string | undefined,
): Promise<LinkedPerson> {
  if (externalId === undefined || (await nameContact(tx.scope, visitor, externalId)))
    return { contactId: visitor, ...unchanged };
  return { ...(await make(tx, { externalId })), isTaken: true };
}

async function merge(tx: TransactionContext, visitor: string, user: string): Promise<LinkedPerson> {
  const before = await findContact(tx.scope, visitor);
  if (before?.externalId) return { contactId: user, created: false, merged: false, isTaken: true };
  await leaveByMerge(tx, { visitor, user });
  await mergeInto(tx.scope, visitor, user);
  await tx.audit("contact.merged", { kind: "contact", id: user }, { after: { from: visitor } });
  return { contactId: user, created: false, merged: true, isTaken: false };
}
