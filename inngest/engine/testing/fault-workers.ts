import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Worker processes by number, that can be killed at any moment. */
export class FaultWorkers {
  private readonly alive = new Map<string, ChildProcess>();
  private started = 0;

  constructor(private readonly url: string) {}

  get names(): string[] {
    return [...this.alive.keys()];
  }

  async start(): Promise<void> {
    const name = `w${++this.started}`;
    const worker = spawn(
      "node_modules/.bin/tsx",
      ["inngest/engine/testing/fault-worker.ts", this.url, name],
      {
        stdio: ["ignore", "pipe", "inherit"],
        detached: true,
      },
    );
    this.alive.set(name, worker);
    await Promise.race([once(worker.stdout ?? worker, "data"), once(worker, "exit")]);
  }

  /** The whole group: tsx runs the worker in a child of its own. */
  async kill(name: string): Promise<void> {
    const worker = this.alive.get(name);
    this.alive.delete(name);
    if (!worker || worker.exitCode !== null || worker.pid === undefined) return;
    const gone = once(worker, "exit");
    process.kill(-worker.pid, "SIGKILL");
    await gone;
  }

  async killAll(): Promise<void> {
    await Promise.all(this.names.map((name) => this.kill(name)));
  }
}
