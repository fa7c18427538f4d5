import { z } from "zod";
import { defineEvent } from "./event";

/** Somebody says that they forgot the password of this account. */
export const passwordResetRequested = defineEvent(
  "users/password_reset.requested",
  z.object({ userId: z.string() }),
);
