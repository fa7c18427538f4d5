import { findUserByEmail } from "@/db/queries/system/accounts";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { passwordResetRequested } from "@/inngest/events/users";
import { requireAccountMail } from "@/lib/domain/providers/transport/account-mail";
import { limitMails } from "@/lib/platform/auth/limit-guesses";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { newId } from "@/lib/platform/ids";
import { foldEmail } from "./user";

/** Ends alike and as soon for an address that nobody has: the mail is written afterwards, elsewhere. */
export async function requestPasswordReset(visitor: VisitorContext, input: { email: string }): Promise<void> {
  requireAccountMail();
  const email = foldEmail(input.email);
  await limitMails(visitor.pool, email, visitor.origin.ip);
  await visitor.system.transaction(async (tx) => {
    const user = await findUserByEmail(tx, email);
    if (!user) return;
    const event = { id: newId(), name: passwordResetRequested.name, data: { userId: user.id } };
    await insertOutboxEvents(tx.connection, [event]);
  });
}
