import { Context, Liquid, LiquidError, type Template } from "liquidjs";
import { escapeHtml } from "@/lib/platform/escape-html";
import { boundFilter, memoryUnitsMax } from "./bounded-filters";
import { caseFilters } from "./case-filters";
import { millisLeft } from "./render-deadline";
import { textOfValue } from "./text-of-value";

/** Bounds of one render: far above any real message, far below what would hold up a worker. */
const renderMillisMax = 100;
const sourceLengthMax = 400_000;

/** Tags that read other templates: there are none to read, and no file may ever be one. */
const tagsRefused = ["include", "render", "layout", "block"];

/** Lets a value past the escaping of e-mail. */
const filtersRefused = ["raw"];

function createEngine(outputEscape?: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    templates: {},
    dynamicPartials: false,
    relativeReference: false,
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: sourceLengthMax,
    memoryLimit: memoryUnitsMax,
    timezoneOffset: "UTC",
    locale: "en-US",
    ...(outputEscape ? { outputEscape } : {}),
  });
  for (const tag of tagsRefused) delete engine.tags[tag];
  for (const filter of filtersRefused) engine.unregisterFilter(filter);
  for (const [name, filter] of Object.entries({ ...engine.filters, ...caseFilters }))
    engine.registerFilter(name, boundFilter(name, filter));
  return engine;
}

export type Escaping = "plain" | "html";

const engines: Record<Escaping, Liquid> = {
  plain: createEngine(),
  html: createEngine((value) => escapeHtml(textOfValue(value))),
};

export const engineOf = (escaping: Escaping): Liquid => engines[escaping];

/** One person's variables in one message. Filters that go through a list or along a path come by here at each step. */
export class MessageContext extends Context {
  constructor(
    variables: object,
    escaping: Escaping,
    readonly language: string | undefined,
  ) {
    const renderLimit = Math.min(renderMillisMax, millisLeft());
    super(variables, engines[escaping].options, { sync: true, renderLimit }, { liquid: engines[escaping] });
  }

  override push(scope: object): number {
    this.renderLimit.check(performance.now());
    return super.push(scope);
  }

  override spawn(scope?: object): Context {
    this.renderLimit.check(performance.now());
    return super.spawn(scope);
  }

  override readProperty(...[owner, name]: Parameters<Context["readProperty"]>): unknown {
    this.renderLimit.check(performance.now());
    return super.readProperty(owner, name);
  }
}

/** Where and why a template cannot be used. `line` and `column` count from 1. */
export class LiquidProblem extends Error {
  override readonly name = "LiquidProblem";
  constructor(
    readonly code: "liquid_syntax" | "liquid_unclosed" | "unknown_filter" | "unknown_tag" | "render_limit",
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

export function parseLiquid(source: string, escaping: Escaping): Template[] {
  try {
    return engines[escaping].parse(source);
  } catch (error) {
    throw toLiquidProblem(error);
  }
}

export function toLiquidProblem(error: unknown): LiquidProblem {
  const full = error instanceof Error ? error.message : "";
  const message = full.replace(/(, file:.*)?, line:\d+, col:\d+$/, "");
  const position = LiquidError.is(error) ? positionOf(error) : undefined;
  const [line, column] = position ?? [1, 1];
  return new LiquidProblem(codeOf(message), message, line, column);
}

function positionOf(error: LiquidError): [number, number] | undefined {
  const token = (error as unknown as { token?: { getPosition(): number[] } }).token;
  const [line, column] = token?.getPosition() ?? [];
  return line === undefined || column === undefined ? undefined : [line, column];
}

function codeOf(message: string): LiquidProblem["code"] {
  if (message.startsWith("undefined filter")) return "unknown_filter";
  if (/ not closed$/.test(message)) return "liquid_unclosed";
  if (/^tag ".*" not found/.test(message)) return "unknown_tag";
  if (/limit exceeded|Invalid string length|call stack/.test(message)) return "render_limit";
  return "liquid_syntax";
}
