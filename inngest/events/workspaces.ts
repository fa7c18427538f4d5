import { z } from "zod";
import { defineEvent } from "./event";

/** A workspace was closed to everybody; its rows are still there. */
export const workspaceDeleted = defineEvent(
  "workspaces/workspace.deleted",
  z.object({ workspaceId: z.uuid() }),
);
