import { Middleware } from "inngest";

/** Notes which runs start, where the functions are called. */
export class RunRecorder {
  private readonly runIds = new Map<string, string[]>();

  runsOf(functionId: string): readonly string[] {
    return this.runIds.get(functionId) ?? [];
  }

  get middleware(): Middleware.Class {
    const note = (functionId: string, runId: string) => this.note(functionId, runId);
    return class extends Middleware.BaseMiddleware {
      override readonly id = "run-recorder";
      override onRunStart({ ctx, fn }: Middleware.OnRunStartArgs): void {
        const isFailure = ctx.event.name === "inngest/function.failed";
        note(isFailure ? `${fn.id()}-failure` : fn.id(), ctx.runId);
      }
    };
  }

  private note(functionId: string, runId: string): void {
    const known = this.runIds.get(functionId) ?? [];
    if (!known.includes(runId)) this.runIds.set(functionId, [...known, runId]);
  }
}
