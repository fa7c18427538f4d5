import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { passwordResetRequested } from "@/inngest/events/users";
import { requireAccountMail } from "@/lib/domain/providers/transport/account-mail";
import { limitMails } from "@/lib/platform/auth/limit-guesses";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { sealResetRequest } from "./reset-request";
import { foldEmail } from "./user";

/** The same work for an address that nobody has: whose it is gets looked up afterwards, elsewhere. */
export async function requestPasswordReset(visitor: VisitorContext, input: { email: string }): Promise<void> {
  requireAccountMail();
  const email = foldEmail(input.email);
  await limitMails(visitor.pool, email, visitor.origin.ip);
  const data = sealResetRequest(email);
  await insertOutboxEvents(visitor.pool, [{ id: data.requestId, name: passwordResetRequested.name, data }]);
}
