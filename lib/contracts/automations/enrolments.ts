import { z } from "zod";
import { enrolmentStatuses, exitReasons, passageOutcomes } from "@/lib/domain/automations/automation";
import { notificationStatuses } from "@/lib/domain/runs/run";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId, wireNotificationId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { automationParams, automationTag } from "./automations";

const enrolmentShape = {
  id: wireId("enrolment"),
  automationId: wireId("automation"),
  automationName: z.string(),
  versionNumber: z.number().int(),
  contact: wireObject({
    id: wireId("contact"),
    externalId: z.string().nullable(),
    firstName: z.string(),
    lastName: z.string(),
  })
    .nullable()
    .meta({ description: "Null without `contacts.read`." }),
  status: z.enum(enrolmentStatuses),
  exitReason: z.enum(exitReasons).nullable(),
  stepId: wireId("step")
    .nullable()
    .meta({ description: "Where the person waits, or last was; null: at the trigger." }),
  dueAt: wireInstant.nullable(),
  isTest: z.boolean(),
  enteredAt: wireInstant,
  endedAt: wireInstant.nullable(),
};

const enrolment = wireObject(enrolmentShape).meta({ id: "Enrolment" });

const filters = {
  limit: listQueryShape.limit,
  after: listQueryShape.after,
  status: wireWords(enrolmentStatuses).optional(),
};

export const listEnrolmentsContract = defineContract({
  method: "GET",
  path: "/api/v1/automations/{automation_id}/enrolments",
  tag: automationTag,
  summary: "List who came in",
  description: "The latest first.",
  access: { permission: "automations.read" },
  params: automationParams,
  query: wireObject({
    ...filters,
    q: listQueryShape.q.meta({ description: "A name, an id or an address; needs `contacts.read`." }),
    stepId: wireId("step").optional().meta({ description: "Who waits there now." }),
    exitReason: wireWords(exitReasons).optional(),
    contactId: wireId("contact").optional(),
  }),
  status: 200,
  response: wireList(enrolment),
});

export const listContactEnrolmentsContract = defineContract({
  method: "GET",
  path: "/api/v1/contacts/{contact_id}/enrolments",
  tag: automationTag,
  summary: "List the automations a person is or was in",
  access: { permission: "automations.read" },
  params: wireObject({ contactId: wireId("contact") }),
  query: wireObject(filters),
  status: 200,
  response: wireList(enrolment),
});

const enrolmentParams = wireObject({ automationId: wireId("automation"), enrolmentId: wireId("enrolment") });

const passage = wireObject({
  at: wireInstant,
  stepId: wireId("step").nullable(),
  outcome: z.enum(passageOutcomes),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  notification: wireObject({
    id: wireNotificationId,
    status: z.enum(notificationStatuses),
    reason: z.string().nullable().meta({ description: "The gate's, or the provider's code." }),
  })
    .nullable()
    .meta({ description: "What became of the message that was handed over here." }),
});

export const enrolmentTimeline = wireObject({
  ...enrolmentShape,
  properties: z.record(z.string(), z.unknown()).meta({ description: "Of the event that began it." }),
  passages: z.array(passage),
}).meta({ id: "EnrolmentTimeline" });

export const getEnrolmentContract = defineContract({
  method: "GET",
  path: "/api/v1/automations/{automation_id}/enrolments/{enrolment_id}",
  tag: automationTag,
  summary: "What happened to a person in an automation, and why",
  access: { permission: "automations.read" },
  params: enrolmentParams,
  status: 200,
  response: enrolmentTimeline,
});

export const removeEnrolmentContract = defineContract({
  method: "POST",
  path: "/api/v1/automations/{automation_id}/enrolments/{enrolment_id}/remove",
  tag: automationTag,
  summary: "Take a person out of an automation",
  description: "What was handed to the sender already still goes.",
  access: { permission: "automations.publish" },
  params: enrolmentParams,
  status: 200,
  response: enrolment,
  idempotent: true,
});

export const testAutomationContract = defineContract({
  method: "POST",
  path: "/api/v1/automations/{automation_id}/test",
  tag: automationTag,
  summary: "Send somebody through the draft",
  description:
    "Its messages go to the sandbox alone, whichever provider is active; it counts in no figures. `skip_waits`: all at once.",
  access: { permission: "automations.write" },
  params: automationParams,
  body: wireObject({
    contactId: wireId("contact"),
    skipWaits: z.boolean().default(true),
    properties: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "Of the event that would begin it." }),
  }),
  status: 202,
  response: enrolment,
  idempotent: true,
});
