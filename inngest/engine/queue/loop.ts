import type { EngineLog } from "../timings";

const restMillisAfterError = 1_000;

/** Runs `work` once per trigger; triggers during a pass make one more. An error rests it, then it tries again. */
export class Loop {
  private running: Promise<void> | undefined;
  private wanted = false;
  private stopped = false;
  private rest: { timer: NodeJS.Timeout; end: () => void } | undefined;

  constructor(
    private readonly name: string,
    private readonly log: EngineLog,
    private readonly work: () => Promise<void>,
  ) {}

  trigger(): void {
    if (this.stopped) return;
    this.wanted = true;
    this.running ??= this.run();
  }

  /** Lets the pass in progress end. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.rest?.end();
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      try {
        await this.work();
      } catch (error) {
        if (this.stopped) break;
        this.log.error("workflow.loop", { loop: this.name, error });
        this.wanted = true;
        await this.pause(restMillisAfterError);
      }
    }
    this.running = undefined;
  }

  private pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.rest = undefined;
        resolve();
      };
      const timer = setTimeout(end, millis);
      this.rest = { timer, end };
    });
  }
}
