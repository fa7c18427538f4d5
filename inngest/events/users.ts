import { z } from "zod";
import { defineEvent } from "./event";

/** Somebody says that they forgot the password under this address, whether anybody has an account there or not. */
export const passwordResetRequested = defineEvent(
  "users/password_reset.requested",
  z.object({ email: z.string() }),
);
