import type { ClaimedJob } from "@/db/queries/workflow/claim";
import type { JsonText } from "@/db/queries/workflow/statement";

/** The call of a function as the SDK expects it over HTTP, kept as objects since it never leaves the process. */
export type SdkRequest = { url: URL; headers: Record<string, string>; body: object };

const origin = "http://embedded.invalid/api/inngest";

/** Finished steps by hash, in the order in which they ended. */
export type StepState = ReadonlyMap<string, JsonText>;

/** Parses afresh for every request: handlers may change what they are given. */
export function buildRequest(
  job: ClaimedJob,
  leaseId: string,
  steps: StepState,
  attemptsMax: number,
): SdkRequest {
  const stepId = job.kind === "step" && job.stepId !== null ? job.stepId : "step";
  const url = new URL(origin);
  url.searchParams.set("fnId", job.functionId);
  url.searchParams.set("stepId", stepId);
  const event: unknown = JSON.parse(job.event);
  return {
    url,
    headers: { host: url.host, "x-run-id": job.runId, "x-inngest-job-id": job.id },
    body: {
      // The SDK decides: its own way is the one the engine speaks, and any other number costs it three caught errors.
      version: -1,
      event,
      events: [event],
      steps: Object.fromEntries([...steps].map(([id, value]) => [id, parseStep(value)])),
      ctx: {
        run_id: job.runId,
        fn_id: job.functionId,
        qi_id: leaseId,
        env: "",
        step_id: stepId,
        attempt: job.attempt,
        max_attempts: attemptsMax,
        // A planned step is asked for by its hash, and beside open steps of a race nothing new may run unplanned.
        disable_immediate_execution: job.kind === "step" || job.kind === "discover",
        use_api: false,
        stack: { stack: [...steps.keys()], current: steps.size },
      },
    },
  };
}

/** What a sleep leaves is null, which the SDK understands last of all and after caught errors; this is how it reads it. */
function parseStep(value: JsonText): unknown {
  return value === "null" ? { type: "data", data: null } : JSON.parse(value);
}
