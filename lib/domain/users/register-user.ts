import { insertUser, type UserRow } from "@/db/queries/system/accounts";
import type { WorkspaceRow } from "@/db/queries/system/member-workspaces";
import { foundWorkspace } from "@/lib/domain/workspaces/found-workspace";
import type { ConsentMode } from "@/lib/domain/workspaces/workspace";
import { limitGuesses } from "@/lib/platform/auth/limit-guesses";
import { hashPassword } from "@/lib/platform/auth/password";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { assertGoodPassword } from "./assert-good-password";
import { foldEmail } from "./user";

export type Registration = {
  email: string;
  password: string;
  name: string;
  locale: string;
  timeZone: string;
  workspaceName?: string | undefined;
  consentMode?: ConsentMode | undefined;
};

/** A new account with its first workspace; both or neither. */
export async function registerUser(
  visitor: VisitorContext,
  input: Registration,
): Promise<{ user: UserRow; workspace: WorkspaceRow }> {
  const email = foldEmail(input.email);
  await limitGuesses(visitor.pool, email, visitor.origin.ip);
  assertGoodPassword(input.password, email);
  // Hashed before the address is looked at, so that a taken one takes as long.
  const passwordHash = await hashPassword(input.password);
  const person = { id: newId(), email, name: input.name, locale: input.locale, timeZone: input.timeZone };
  const ctx = visitor.inWorkspace(newId(), { kind: "user", id: person.id, name: person.name, role: "owner" });
  return ctx.transaction(async (tx) => {
    const user = await insertUser(tx.scope, { ...person, passwordHash });
    if (!user) throw accountNotCreated();
    const { locale, timeZone, consentMode } = input;
    const name = input.workspaceName || input.name;
    const workspace = await foundWorkspace(tx, { name, locale, timeZone, consentMode });
    return { user, workspace };
  });
}

/** Says no more about an existing account than it must. */
export const accountNotCreated = () =>
  unprocessable("This account could not be created. If you already have one, sign in.", {
    reason: "account_not_created",
  });
