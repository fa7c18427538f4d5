import type { FinishLimit } from "@/db/queries/workflow/claim";
import { holds } from "../expressions/expression";
import { keyOf, shorten } from "../expressions/key-value";
import type { ConcurrencyLimit, FunctionDefinition, KeyOption, Rate } from "./function-definition";

/** All functions of a database by id, and the questions the engine asks of them. */
export class Registry {
  private readonly definitions: ReadonlyMap<string, FunctionDefinition>;
  private readonly limits = new Map<string, number>();
  private readonly cancelling: ReadonlySet<string>;

  constructor(definitions: readonly FunctionDefinition[]) {
    this.definitions = new Map(definitions.map((one) => [one.id, one]));
    this.cancelling = new Set(definitions.flatMap(({ cancelOn = [] }) => cancelOn.map(({ event }) => event)));
    for (const definition of definitions) {
      for (const limit of definition.concurrency) {
        const family = familyOf(definition.id, limit);
        this.limits.set(family, Math.min(limit.max, this.limits.get(family) ?? limit.max));
      }
    }
  }

  find(functionId: string): FunctionDefinition | undefined {
    return this.definitions.get(functionId);
  }

  get ids(): string[] {
    return [...this.definitions.keys()];
  }

  /** Functions an event starts. Names of the engine's own events match no wildcard. */
  triggeredBy(event: { name: string }): FunctionDefinition[] {
    return [...this.definitions.values()].filter((definition) =>
      definition.events.some(
        (trigger) => matchesName(trigger.event, event.name) && (!trigger.if || holds(trigger.if, { event })),
      ),
    );
  }

  listensTo(eventName: string): boolean {
    return [...this.definitions.values()].some((one) =>
      one.events.some((trigger) => trigger.event === eventName),
    );
  }

  /** Whether an event of this name may end runs and so make room for others of their singleton. */
  mayFreeSingletons(eventName: string): boolean {
    return this.cancelling.has(eventName) && this.definitionsWith("singleton").length > 0;
  }

  /** The keys whose slots a run of `definition` takes while it executes. */
  keysOf(definition: FunctionDefinition, event: unknown): string[] {
    return definition.concurrency.map((limit) => {
      const value = limit.key ? keyOf(limit.key.expression, event) : "";
      return `${familyOf(definition.id, limit)}${value}`;
    });
  }

  /** Smallest limit of the functions that share the key. Absent: the code has none any more, so it binds nobody. */
  findLimit(key: string): number | undefined {
    return this.limits.get(key.slice(0, key.indexOf(separator) + 1));
  }

  /** Absent: the function starts at any pace. */
  findThrottle(functionId: string): Rate | undefined {
    return this.definitions.get(functionId)?.throttle;
  }

  get finishLimits(): FinishLimit[] {
    return this.definitionsWith("timeouts").map(({ id, timeouts }) => ({
      functionId: id,
      millis: timeouts?.finishMillis ?? null,
    }));
  }

  /** Whether a claim has to count or to pace. */
  get hasLimits(): boolean {
    return this.limits.size > 0 || this.definitionsWith("throttle").length > 0;
  }

  /** Whether events may leave something that is due at a moment of its own. */
  get keepsTime(): boolean {
    return this.definitionsWith("debounce").length > 0 || this.definitionsWith("timeouts").length > 0;
  }

  private definitionsWith(option: "debounce" | "singleton" | "throttle" | "timeouts"): FunctionDefinition[] {
    return [...this.definitions.values()].filter((one) => one[option] !== undefined);
  }
}

const separator = "\u001f";

/** The key under which an option of one function counts an event. */
export function optionKey(
  option: "debounce" | "idempotency" | "rateLimit" | "singleton" | "throttle",
  functionId: string,
  key: KeyOption | undefined,
  event: unknown,
): string {
  const value = key ? keyOf(key.expression, event) : "";
  return shorten([option, functionId, value].join(separator));
}

function familyOf(functionId: string, limit: ConcurrencyLimit): string {
  const owner = limit.scope === "fn" ? functionId : "";
  return [limit.scope, owner, limit.key?.source ?? ""].join("|") + separator;
}

function matchesName(trigger: string, name: string): boolean {
  if (!trigger.endsWith("*")) return trigger === name;
  return !name.startsWith("inngest/") && name.startsWith(trigger.slice(0, -1));
}
