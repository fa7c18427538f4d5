import { z } from "zod";
import { jobKinds } from "@/lib/domain/jobs/job";
import { entryKinds, entryStates, workflowStatuses } from "@/lib/domain/workflows/workflow";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape, wireList, wireWords } from "./wire/lists";
import { wireObject } from "./wire/wire-object";
import { wireFreeWords } from "./wire/words";

const wholeNumber = z.number().int();
const span = z.number().nullable();

const workflow = wireObject({
  id: z.string().meta({ example: "pushpilot-start-campaign" }),
  name: z.string().nullable().meta({ description: "As the code calls it." }),
  triggers: z.array(wireObject({ event: z.string().nullable(), cron: z.string().nullable() })),
  attemptsMax: wholeNumber.meta({ description: "Tries of each step, the first one included." }),
  isArchived: z.boolean().meta({ description: "The newest deployment does not have it: its runs wait." }),
  hours: z.array(wireObject({ startsAt: wireInstant, started: wholeNumber, failed: wholeNumber })).meta({
    description:
      "The last 24 hours, from `since` on, the current one last. The figures below are of their runs.",
  }),
  started: wholeNumber,
  completed: wholeNumber,
  failed: wholeNumber,
  cancelled: wholeNumber,
  failureRate: z.number().nullable().meta({
    description: "Failed among those that completed or failed, from 0 to 1; null when there are none.",
  }),
  medianMillis: span.meta({ description: "From start to end, waits included, of those that completed." }),
  p95Millis: span,
  lastFailedAt: wireInstant.nullable(),
  running: wholeNumber.meta({ description: "Runs that execute now, whenever they were requested." }),
  queued: wholeNumber,
  waiting: wholeNumber.meta({ description: "For a time, an event, another run, or their next try." }),
}).meta({ id: "Workflow" });

const runShape = {
  id: wireId("workflowRun"),
  functionId: z.string(),
  status: z.enum(workflowStatuses),
  eventId: z.string(),
  eventName: z.string(),
  createdAt: wireInstant,
  startedAt: wireInstant.nullable(),
  endedAt: wireInstant.nullable(),
  tookMillis: span.meta({ description: "From start to end, waits included." }),
  replayOf: wireId("workflowRun").nullable().meta({ description: "The run it repeats from its start." }),
  campaign: wireObject({ id: wireId("campaign"), name: z.string() })
    .nullable()
    .meta({ description: "What it is about, as far as its event says and the caller may see it." }),
  job: wireObject({
    id: wireId("job"),
    title: z.string(),
    kind: z.enum(jobKinds),
    dryRun: z.boolean(),
  }).nullable(),
  contact: wireObject({ id: wireId("contact"), name: z.string() }).nullable(),
};

const workflowRun = wireObject(runShape).meta({ id: "WorkflowRun" });

const payload = wireObject({
  text: z.string().meta({
    description:
      "JSON with line breaks. What opens something reads `[hidden]`; so do addresses without contacts.read.",
  }),
  bytes: wholeNumber.meta({ description: "Of the whole." }),
  isCut: z.boolean().meta({ description: "`text` ends after 8,000 characters." }),
});

const runError = wireObject({ name: z.string(), message: z.string(), stack: z.string().nullable() });

const timelineEntry = wireObject({
  id: z.string().meta({ description: "One of this run's; the same as long as the run is kept." }),
  kind: z.enum(entryKinds).meta({ description: "`code` is what the function does between its steps." }),
  name: z.string().nullable(),
  state: z.enum(entryStates),
  startedAt: wireInstant.nullable(),
  endedAt: wireInstant.nullable(),
  tries: z
    .array(
      wireObject({
        startedAt: wireInstant.nullable(),
        endedAt: wireInstant.nullable(),
        error: runError.nullable(),
        hasProcessDied: z.boolean(),
      }),
    )
    .meta({ description: "In order, when there was more than one." }),
  output: payload.nullable(),
  error: runError.nullable(),
  wait: wireObject({
    until: wireInstant.nullable(),
    eventName: z.string().nullable(),
    match: z.string().nullable(),
  })
    .nullable()
    .meta({ description: "Until when it waits, and which event may end that earlier." }),
});

export const workflowRunDetail = wireObject({
  ...runShape,
  input: payload,
  output: payload.nullable(),
  error: runError.nullable(),
  deadline: wireInstant.nullable().meta({ description: "When it is cancelled if it has not ended." }),
  cancelledBy: z.array(wireObject({ eventName: z.string(), match: z.string().nullable() })),
  timeline: z.array(timelineEntry),
  entriesLeftOut: wholeNumber.meta({ description: "Earlier entries than the first 300 from the end." }),
}).meta({ id: "WorkflowRunDetail" });

const runParams = wireObject({ workflowRunId: wireId("workflowRun") });

const tag = "Workflows";
const elsewhere =
  "With `PUSHPILOT_ENGINE=inngest` runs are kept by that server: 409 with the reason `runs_elsewhere`.";

export const listWorkflowsContract = defineContract({
  method: "GET",
  path: "/api/v1/workflows",
  tag,
  summary: "List workflows",
  description: `Functions that run for the workspace, with what became of its runs of the last 24 hours. ${elsewhere}`,
  access: { permission: "workflows.read" },
  status: 200,
  response: wireObject({
    object: z.literal("list"),
    since: wireInstant.meta({
      description:
        "Figures are of runs requested from here on: of the last 24 hours, or of the newest 50,000.",
    }),
    data: z.array(workflow),
  }),
});

export const listWorkflowRunsContract = defineContract({
  method: "GET",
  path: "/api/v1/workflows/runs",
  tag,
  summary: "List runs of workflows",
  description: `Runs of the workspace, newest first. They are kept for 14 days after their end. ${elsewhere}`,
  access: { permission: "workflows.read" },
  query: wireObject({
    limit: listQueryShape.limit,
    after: listQueryShape.after,
    sort: listQueryShape.sort,
    function: wireFreeWords.optional().meta({ description: "Ids of workflows." }),
    status: wireWords(workflowStatuses).optional(),
    since: wireInstant.optional(),
    until: wireInstant.optional(),
    about: z.string().trim().max(200).optional().meta({
      description:
        "An id: the run's own, of the run it repeats, of its event, or of a campaign, job or contact that its event names. Without `since`, the events of the last 24 hours (before `until`) are looked through; a run's own id is found whenever it ran.",
    }),
  }),
  status: 200,
  response: wireList(workflowRun),
});

export const getWorkflowRunContract = defineContract({
  method: "GET",
  path: "/api/v1/workflows/runs/{workflow_run_id}",
  tag,
  summary: "Get a run of a workflow",
  description: `One run as a timeline of steps, tries and waits. ${elsewhere}`,
  access: { permission: "workflows.read" },
  params: runParams,
  status: 200,
  response: workflowRunDetail,
});

export const cancelWorkflowRunContract = defineContract({
  method: "POST",
  path: "/api/v1/workflows/runs/{workflow_run_id}/cancel",
  tag,
  summary: "Cancel a run of a workflow",
  description: `Steps that ended stay done; the one that executes now ends, but the run goes no further. ${elsewhere}`,
  access: { permission: "workflows.write" },
  params: runParams,
  status: 200,
  response: workflowRun,
});

export const replayWorkflowRunContract = defineContract({
  method: "POST",
  path: "/api/v1/workflows/runs/{workflow_run_id}/replay",
  tag,
  summary: "Replay a run of a workflow",
  description: `A new run with the same event, from the first step on: steps that had effects may have them again unless they are guarded. The run must have ended. ${elsewhere}`,
  access: { permission: "workflows.write" },
  params: runParams,
  idempotent: true,
  status: 201,
  response: workflowRun,
});
