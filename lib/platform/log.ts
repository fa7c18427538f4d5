import { env } from "./env";

const levels = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 } as const;
type Level = Exclude<keyof typeof levels, "silent">;

function write(level: Level, event: string, fields: Record<string, unknown>) {
  if (levels[level] < levels[env().PUSHPILOT_LOG]) return;
  const line = `${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }, replaceErrors)}\n`;
  if (level === "error" || level === "warn") process.stderr.write(line);
  else stdoutLines().add(line);
}

function replaceErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
}

/** Structured lines, one JSON object each; never ids of people's data beyond their keys, never secrets. */
export const log = {
  debug: (event: string, fields: Record<string, unknown> = {}) => write("debug", event, fields),
  info: (event: string, fields: Record<string, unknown> = {}) => write("info", event, fields),
  warn: (event: string, fields: Record<string, unknown> = {}) => write("warn", event, fields),
  error: (event: string, fields: Record<string, unknown> = {}) => write("error", event, fields),
};

const waitingCharsMax = 64 * 1024;
const flushMillis = 50;

/** Lines that go out together: a write of its own for each costs more than all else about it. */
class StdoutLines {
  private waiting = "";
  private timer: NodeJS.Timeout | undefined;

  constructor() {
    process.once("exit", () => this.flush());
  }

  add(line: string): void {
    this.waiting += line;
    if (this.waiting.length >= waitingCharsMax) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), flushMillis).unref();
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting !== "") process.stdout.write(this.waiting);
    this.waiting = "";
  }
}

const slot = Symbol.for("pushpilot.stdout");
type Holder = { [slot]?: StdoutLines };

/** One for the process: Next bundles and server.ts hold separate module instances. */
function stdoutLines(): StdoutLines {
  const holder = globalThis as Holder;
  holder[slot] ??= new StdoutLines();
  return holder[slot];
}
