import { z } from "zod";
import { defineEvent } from "./event";

/** Somebody of a workspace is due in an automation. */
export const enrolmentsDue = defineEvent("automations/enrolments.due", z.object({ workspaceId: z.string() }));

const ofAutomation = z.object({ workspaceId: z.string(), automationId: z.string() });

/** It is time to look who became due in it by the calendar. */
export const automationSweepDue = defineEvent("automations/automation.sweep-due", ofAutomation);

/** It was archived, and people may still be inside. */
export const automationArchived = defineEvent("automations/automation.archived", ofAutomation);
