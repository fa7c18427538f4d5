import { z } from "zod";
import { exitReasons, passageOutcomes } from "@/lib/domain/automations/automation";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";
import { automationParams, automationTag } from "./automations";
import { definition } from "./definition";

const count = z.number().int();

const stepPeople = {
  stepId: wireId("step").nullable().meta({ description: "Null: the trigger." }),
  people: count,
};

const messageFigures = wireObject({
  stepId: wireId("step"),
  sent: count,
  delivered: count,
  opened: count,
  clicked: count,
  failed: count,
  skipped: count,
});

export const automationFiguresContract = defineContract({
  method: "GET",
  path: "/api/v1/automations/{automation_id}/figures",
  tag: automationTag,
  summary: "Where people are in an automation, and what became of the others",
  description:
    "Live: `waiting` is counted now, `passed` with every step that anybody takes. Test runs do not count; `failed` holds what has no certain result as well.",
  access: { permission: "automations.read" },
  params: automationParams,
  status: 200,
  response: wireObject({
    waiting: z.array(wireObject(stepPeople)),
    passed: z.array(
      wireObject({ ...stepPeople, outcome: z.enum(passageOutcomes), reason: z.string().nullable() }),
    ),
    exits: z.array(wireObject({ reason: z.enum(exitReasons), people: count })),
    messages: z.array(messageFigures),
    days: z
      .array(wireObject({ day: z.string(), entered: count, completed: count, exited: count }))
      .meta({ description: "Of the last 30, in the workspace's zone, those on which something happened." }),
  }),
});

const version = wireObject({
  number: z.number().int(),
  publishedBy: z.string(),
  publishedAt: wireInstant,
  inside: count.meta({ description: "People on their way through this version." }),
  definition,
}).meta({ id: "AutomationVersion" });

export const listAutomationVersionsContract = defineContract({
  method: "GET",
  path: "/api/v1/automations/{automation_id}/versions",
  tag: automationTag,
  summary: "List what was published",
  access: { permission: "automations.read" },
  params: automationParams,
  status: 200,
  response: wireObject({ data: z.array(version) }),
});
