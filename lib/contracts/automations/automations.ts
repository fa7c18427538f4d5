import { z } from "zod";
import { automationNameCharsMax, automationStatuses } from "@/lib/domain/automations/automation";
import { triggerKinds } from "@/lib/domain/automations/definition";
import { definitionProblemCodes } from "@/lib/domain/automations/definition-problem";
import { recipeNames } from "@/lib/domain/automations/recipes/recipe-name";
import { channels } from "@/lib/domain/channels/channel";
import { interfaceLocales } from "@/lib/domain/users/interface-locale";
import { defineContract } from "@/lib/platform/http/contract";
import { contentProblem } from "../content";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { definition, definitionInput, trigger } from "./definition";

export const automationTag = "Automations";

const count = z.number().int();

const summaryShape = {
  id: wireId("automation"),
  name: z.string(),
  description: z.string(),
  status: z.enum(automationStatuses),
  triggerKind: z.enum(triggerKinds),
  trigger: trigger.meta({ description: "Of the draft." }),
  version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
  liveNumber: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Of the published definition that new people follow." }),
  hasUnpublishedChanges: z.boolean(),
  inside: count.meta({ description: "People who are on their way now." }),
  entered: count.meta({ description: "People who ever came in, each as often as they did." }),
  completed: count,
  exited: count,
  createdBy: z.string(),
  publishedAt: wireInstant.nullable(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
};

export const automationSummary = wireObject(summaryShape).meta({ id: "AutomationSummary" });

const problem = wireObject({
  severity: z.enum(["blocking", "warning"]),
  code: z.enum(definitionProblemCodes),
  pointer: z.string().meta({ example: "definition.steps.2.contents" }),
  stepId: wireId("step").nullable(),
  channel: z.enum(channels).nullable().meta({ description: "Of `no_provider` and `content`." }),
  content: contentProblem.nullable().meta({ description: "Of `content`: what is wrong with the text." }),
  detail: z.string(),
});

export const automation = wireObject({
  ...summaryShape,
  draft: definition.meta({ description: "What the next publish makes live." }),
  live: definition.nullable(),
  problems: z
    .array(problem)
    .meta({ description: "What stands in the way of publishing the draft, or deserves a look." }),
}).meta({ id: "Automation" });

export const automationParams = wireObject({ automationId: wireId("automation") });

const fields = {
  name: z.string().trim().min(1).max(automationNameCharsMax),
  description: z.string().max(2_000),
  definition: definitionInput,
};

export const listAutomationsContract = defineContract({
  method: "GET",
  path: "/api/v1/automations",
  tag: automationTag,
  summary: "List automations",
  access: { permission: "automations.read" },
  query: wireObject({
    limit: listQueryShape.limit,
    after: listQueryShape.after,
    q: listQueryShape.q,
    page: listQueryShape.page,
    pageSize: listQueryShape.pageSize,
    sort: listQueryShape.sort.meta({
      description: "`-created_at` (the default), `created_at`, `name` or `-name`.",
    }),
    status: wireWords(automationStatuses).optional(),
    triggerKind: wireWords(triggerKinds).optional(),
  }),
  status: 200,
  response: wireList(automationSummary),
});

export const createAutomationContract = defineContract({
  method: "POST",
  path: "/api/v1/automations",
  tag: automationTag,
  summary: "Create an automation",
  description: "Empty, of a `recipe`, or of a `definition`; a draft until it is published.",
  access: { permission: "automations.write" },
  body: wireObject({
    name: fields.name.optional().meta({ description: "The recipe's when absent." }),
    description: fields.description.optional(),
    recipe: z.enum(recipeNames).optional(),
    language: z
      .enum(interfaceLocales)
      .optional()
      .meta({ description: "Of the recipe's words; the workspace's when absent." }),
    definition: fields.definition.optional(),
  }),
  status: 201,
  response: automation,
  idempotent: true,
});

export const getAutomationContract = defineContract({
  method: "GET",
  path: "/api/v1/automations/{automation_id}",
  tag: automationTag,
  summary: "Get an automation",
  access: { permission: "automations.read" },
  params: automationParams,
  status: 200,
  response: automation,
});

export const updateAutomationContract = defineContract({
  method: "PATCH",
  path: "/api/v1/automations/{automation_id}",
  tag: automationTag,
  summary: "Change the draft of an automation",
  description: "What is live stays as it is until the draft is published.",
  access: { permission: "automations.write" },
  params: automationParams,
  body: wireObject({
    version: z.number().int(),
    name: fields.name.optional(),
    description: fields.description.optional(),
    definition: fields.definition.optional(),
  }),
  status: 200,
  response: automation,
});

export const deleteAutomationContract = defineContract({
  method: "DELETE",
  path: "/api/v1/automations/{automation_id}",
  tag: automationTag,
  summary: "Delete an automation that never went live",
  access: { permission: "automations.write" },
  params: automationParams,
  status: 204,
});

const act = (verb: string, summary: string, description: string) =>
  ({
    method: "POST",
    path: `/api/v1/automations/{automation_id}/${verb}`,
    tag: automationTag,
    summary,
    description,
    access: { permission: "automations.publish" },
    params: automationParams,
    status: 200,
    response: automation,
    idempotent: true,
  }) as const;

export const publishAutomationContract = defineContract({
  ...act(
    "publish",
    "Make the draft live",
    "People inside go on with the version they came in by; new ones follow this one.",
  ),
  body: wireObject({ version: z.number().int().optional() }),
});

export const pauseAutomationContract = defineContract(
  act(
    "pause",
    "Pause an automation",
    "Nobody comes in and nobody is moved on; who should leave still leaves.",
  ),
);
export const resumeAutomationContract = defineContract(
  act(
    "resume",
    "Go on with an automation",
    "Whose waits ended meanwhile are moved on at once; whom the pause kept out does not come in.",
  ),
);
export const archiveAutomationContract = defineContract(
  act(
    "archive",
    "End an automation for good",
    "Nobody comes in or is moved on any more; those inside are taken out after the answer. Its figures stay.",
  ),
);
