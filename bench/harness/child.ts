import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TaskName, Tasks } from "@/bench/tasks/tasks";
import { bundleProduct } from "@/bin/bundle-product";
import productOptions from "@/bin/node-options.json";
import type { Reply } from "./child-reply";

const folder = join(process.cwd(), "node_modules/.cache/pushpilot/bench");

/** The product bundled as in production: what is measured must not pay for the compiler. */
export const bundle = (): Promise<void> =>
  bundleProduct({ child: "bench/child-process.ts", worker: "worker.ts", sandbox: "bin/sandbox.ts" }, folder);

const ticksPerSecond = 100;

export const bundlePath = (name: "worker" | "sandbox"): string => join(folder, `${name}.js`);

/** A process that does one task after the other. */
export class Child {
  private constructor(private readonly process: ChildProcess) {}

  static start(env: Record<string, string>, nodeOptions: string[] = []): Child {
    const child = fork(join(folder, "child.js"), {
      execArgv: [...productOptions, ...nodeOptions],
      env: { ...process.env, NODE_ENV: "production", PUSHPILOT_LOG: "error", ...env },
    });
    return new Child(child);
  }

  run<K extends TaskName>(task: K, input: Parameters<Tasks[K]>[0]): Promise<Awaited<ReturnType<Tasks[K]>>> {
    return new Promise((done, fail) => {
      const onExit = () => fail(new Error(`The process of task ${task} ended.`));
      this.process.once("exit", onExit);
      this.process.once("message", (reply: Reply) => {
        this.process.off("exit", onExit);
        if ("error" in reply) fail(new Error(reply.error));
        else done(reply.value as Awaited<ReturnType<Tasks[K]>>);
      });
      this.process.send({ task, input });
    });
  }

  /** Highest resident size so far, as the kernel saw it. */
  peakBytes(): number {
    const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1_024;
  }

  /** Processor time used so far, of the process and what it asked of the kernel. */
  cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = new Promise((done) => this.process.once("exit", done));
    this.process.disconnect();
    await gone;
  }
}
