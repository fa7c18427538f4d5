import { Middleware } from "inngest";

/** Notes which runs start and what they return, where the functions are called. */
export class RunRecorder {
  private readonly runIds = new Map<string, string[]>();
  private readonly outputs = new Map<string, unknown>();

  runsOf(functionId: string): readonly string[] {
    return this.runIds.get(functionId) ?? [];
  }

  /** As JSON carries it; `null` before the run has completed. */
  outputOf(runId: string): unknown {
    return this.outputs.get(runId) ?? null;
  }

  get middleware(): Middleware.Class {
    const note = (functionId: string, runId: string) => this.note(functionId, runId);
    const { outputs } = this;
    return class extends Middleware.BaseMiddleware {
      override readonly id = "run-recorder";
      override onRunStart({ ctx, fn }: Middleware.OnRunStartArgs): void {
        const isFailure = ctx.event.name === "inngest/function.failed";
        note(isFailure ? `${fn.id()}-failure` : fn.id(), ctx.runId);
      }
      override onRunComplete({ ctx, output }: Middleware.OnRunCompleteArgs): void {
        outputs.set(ctx.runId, JSON.parse(JSON.stringify(output ?? null)));
      }
    };
  }

  private note(functionId: string, runId: string): void {
    const known = this.runIds.get(functionId) ?? [];
    if (!known.includes(runId)) this.runIds.set(functionId, [...known, runId]);
  }
}
