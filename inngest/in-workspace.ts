import { NonRetriableError, RetryAfterError } from "inngest";
import { database } from "@/db/client";
import { WorkspaceScope } from "@/db/scope";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type AppError, isAppError, mayPass } from "@/lib/platform/errors";

/** The context of a job: built from the event's workspace id alone, never from anything ambient. */
export function contextOfJob(job: string, workspaceId: string): WorkspaceContext {
  const scope = WorkspaceScope.mint(database(), workspaceId);
  return new WorkspaceContext({ scope, actor: { kind: "system", id: job, name: job } });
}

/** Runs the body of a step with the errors turned into what the engine understands: retry, retry later, or give up. */
export async function asStep<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isAppError(error) ? toEngineError(error) : error;
  }
}

function toEngineError(error: AppError): Error {
  if (!mayPass(error)) return new NonRetriableError(error.message, { cause: error });
  const seconds = error.details.retryAfterSeconds;
  return seconds === undefined ? error : new RetryAfterError(error.message, `${seconds}s`, { cause: error });
}
