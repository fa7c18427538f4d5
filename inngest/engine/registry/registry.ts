import { storableText } from "../storable-text";
import type { ConcurrencyLimit, FunctionDefinition } from "./function-definition";
import { evaluateKey } from "./key-expression";

const keyLengthMax = 400;

/** All functions of a database by id, and the questions the engine asks of them. */
export class Registry {
  private readonly definitions: ReadonlyMap<string, FunctionDefinition>;
  private readonly limits = new Map<string, number>();

  constructor(definitions: readonly FunctionDefinition[]) {
    this.definitions = new Map(definitions.map((one) => [one.id, one]));
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
  triggeredBy(event: { name: string; data: unknown }): FunctionDefinition[] {
    return [...this.definitions.values()].filter((definition) =>
      definition.events.some(
        (trigger) =>
          matchesName(trigger.event, event.name) &&
          (trigger.ofFunctionId === undefined || trigger.ofFunctionId === failedFunctionOf(event.data)),
      ),
    );
  }

  listensTo(eventName: string): boolean {
    return [...this.definitions.values()].some((one) =>
      one.events.some((trigger) => trigger.event === eventName),
    );
  }

  /** The keys whose slots a run of `definition` takes while it executes. */
  keysOf(definition: FunctionDefinition, event: unknown): string[] {
    return definition.concurrency.map((limit) => {
      const value = limit.key ? evaluateKey(limit.key.expression, event) : "";
      return storableText(`${familyOf(definition.id, limit)}${value}`.slice(0, keyLengthMax));
    });
  }

  /** Smallest limit of the functions that share the key. Absent: the code has none any more, so it binds nobody. */
  findLimit(key: string): number | undefined {
    return this.limits.get(key.slice(0, key.indexOf(separator) + 1));
  }

  get hasLimits(): boolean {
    return this.limits.size > 0;
  }
}

const separator = "\u001f";

function familyOf(functionId: string, limit: ConcurrencyLimit): string {
  const owner = limit.scope === "fn" ? functionId : "";
  return [limit.scope, owner, limit.key?.source ?? ""].join("|") + separator;
}

function matchesName(trigger: string, name: string): boolean {
  if (!trigger.endsWith("*")) return trigger === name;
  return !name.startsWith("inngest/") && name.startsWith(trigger.slice(0, -1));
}

function failedFunctionOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "function_id" in data ? data.function_id : undefined;
}
