import { z } from "zod";
import { defineEvent } from "./event";

/** Something happened that somebody waits for. */
export const eventTracked = defineEvent(
  "events/tracked",
  z.object({ workspaceId: z.string(), eventId: z.string(), contactId: z.string(), name: z.string() }),
);
