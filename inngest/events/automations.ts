import { z } from "zod";
import { defineEvent } from "./event";

/** Somebody of a workspace is due in an automation. */
export const enrolmentsDue = defineEvent("automations/enrolments.due", z.object({ workspaceId: z.string() }));
