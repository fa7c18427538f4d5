import { z } from "zod";
import { scenarioDaysMax, scenarioEventsMax } from "@/lib/domain/automations/tests/scenario";
import { channels } from "@/lib/domain/channels/channel";
import {
  eventNamePattern,
  isDeeperThan,
  propertiesBytesMax,
  propertiesDepthMax,
} from "@/lib/domain/events/event";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireDay, wireInstant } from "../wire/instants";
import { timeZone } from "../wire/places";
import { wireObject } from "../wire/wire-object";
import { automationParams, automationTag } from "./automations";

const minutes = z
  .number()
  .int()
  .min(0)
  .max(scenarioDaysMax * 24 * 60);

const properties = z
  .record(z.string(), z.unknown())
  .refine((value) => !isDeeperThan(value, propertiesDepthMax), `At most ${propertiesDepthMax} levels`)
  .refine(
    (value) => new TextEncoder().encode(JSON.stringify(value)).length <= propertiesBytesMax,
    `At most ${propertiesBytesMax} bytes`,
  );

const scenario = wireObject({
  person: wireObject({
    timeZone,
    birthDate: wireDay.nullable().default(null),
    couponEndsOn: wireDay.nullable().optional().meta({
      description: "The last day of a coupon that the person was given and has not used.",
    }),
    membershipEndsOn: wireDay.nullable().optional(),
    traits: z
      .record(z.string().min(1).max(120), z.union([z.string().max(1_000), z.number(), z.boolean()]))
      .default({})
      .meta({ description: "Contact fields and `attributes.<name>`, as audience filters name them." }),
    channels: z
      .array(z.enum(channels))
      .default([])
      .meta({ description: "On which the person can be reached." }),
    refusedChannels: z.array(z.enum(channels)).default([]),
  }),
  startsAt: z.iso.datetime({ offset: true }),
  events: z
    .array(
      wireObject({
        atMinutes: minutes.meta({ description: "After `starts_at`." }),
        name: z.string().regex(eventNamePattern),
        properties: properties.default({}),
      }),
    )
    .max(scenarioEventsMax),
  expected: z
    .array(wireObject({ atMinutes: minutes, stepId: wireId("step") }))
    .max(scenarioEventsMax)
    .meta({ description: "Messages, each at the minute at which it must go; none where nothing may." }),
}).meta({ id: "AutomationScenario" });

const automationTest = wireObject({
  id: wireId("test"),
  name: z.string(),
  scenario,
  createdAt: wireInstant,
  updatedAt: wireInstant,
}).meta({ id: "AutomationTest" });

const path = "/api/v1/automations/{automation_id}/tests";
const testParams = wireObject({ automationId: wireId("automation"), testId: wireId("test") });
const body = wireObject({ name: z.string().trim().min(1).max(200), scenario });

export const listAutomationTestsContract = defineContract({
  method: "GET",
  path,
  tag: automationTag,
  summary: "List the time-travel tests of an automation",
  access: { permission: "automations.read" },
  params: automationParams,
  status: 200,
  response: wireObject({ data: z.array(automationTest) }),
});

export const createAutomationTestContract = defineContract({
  method: "POST",
  path,
  tag: automationTag,
  summary: "Add a time-travel test",
  description: "These events at these times must give these messages.",
  access: { permission: "automations.write" },
  params: automationParams,
  body,
  status: 201,
  response: automationTest,
  idempotent: true,
});

export const updateAutomationTestContract = defineContract({
  method: "PUT",
  path: `${path}/{test_id}`,
  tag: automationTag,
  summary: "Replace a time-travel test",
  access: { permission: "automations.write" },
  params: testParams,
  body,
  status: 200,
  response: automationTest,
});

export const deleteAutomationTestContract = defineContract({
  method: "DELETE",
  path: `${path}/{test_id}`,
  tag: automationTag,
  summary: "Delete a time-travel test",
  access: { permission: "automations.write" },
  params: testParams,
  status: 204,
});

const moment = { atMinutes: z.number(), stepId: wireId("step") };

export const runAutomationTestsContract = defineContract({
  method: "POST",
  path: `${path}/run`,
  tag: automationTag,
  summary: "Run the time-travel tests on the draft",
  description:
    "Nothing is sent and nothing is stored: the clock, the person and the events are the tests' own.",
  access: { permission: "automations.read" },
  params: automationParams,
  status: 200,
  response: wireObject({
    data: z.array(
      wireObject({
        id: wireId("test"),
        name: z.string(),
        passed: z.boolean(),
        isTooLong: z.boolean().meta({
          description: "It was given up after a second of work; what is told of it ends there.",
        }),
        missing: z.array(wireObject(moment)),
        unexpected: z.array(wireObject(moment)),
        messages: z.array(wireObject(moment)),
        timeline: z.array(
          wireObject({
            atMinutes: z.number(),
            stepId: wireId("step").nullable(),
            outcome: z.string(),
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});
