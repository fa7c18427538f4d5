import { z } from "zod";
import { defineEvent } from "./event";

/**
 * Somebody says that they forgot the password under an address, whether anybody has an account there or not. Whose it
 * is has not been looked up, so there is no id; sealed, since events are kept for days.
 */
export const passwordResetRequested = defineEvent(
  "users/password_reset.requested",
  z.object({ requestId: z.string(), sealedEmail: z.string() }),
);
