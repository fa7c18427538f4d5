import { type Template, toValueSync } from "liquidjs";
import { escapeHtml } from "@/lib/platform/escape-html";
import { type Escaping, engineOf, MessageContext, parseLiquid, toLiquidProblem } from "./liquid-engine";
import { splitAtLiquid } from "./split-at-liquid";
import { textOfValue } from "./text-of-value";

export type Variables = Readonly<Record<string, unknown>>;

/** A parsed text: a plain string when it says the same to everybody, else a function of the variables. */
export type CompiledText = string | ((variables: Variables) => string);

export const renderText = (text: CompiledText, variables: Variables): string =>
  typeof text === "string" ? text : text(variables);

/**
 * `language` is the one of its words, in which letters change their case; absent for what machines read.
 * Throws a `LiquidProblem` that names line and column.
 */
export function compileText(source: string, escaping: Escaping, language?: string): CompiledText {
  if (!/\{[{%]/.test(source)) return source;
  const parts = findSimpleParts(source);
  return parts ? compileSimple(parts, escaping) : compileLiquid(source, escaping, language);
}

type Part = string | { path: string[]; fallback: string | undefined };

const simpleOutput =
  /^\{\{\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\["[^"\\]*"\]|\['[^'\\]*'\])*)\s*(?:\|\s*default:\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*)?\}\}$/;

/** `a.b["c d"]` in its parts. */
const pathParts = /\["([^"]*)"\]|\['([^']*)'\]|[A-Za-z_]\w*/g;

const splitPath = (path: string): string[] =>
  path.includes("[")
    ? [...path.matchAll(pathParts)].map(([word, double, single]) => double ?? single ?? word)
    : path.split(".");

/** Words that Liquid reads as something other than a property of that name. */
const specialWords = new Set([
  "true",
  "false",
  "nil",
  "null",
  "empty",
  "blank",
  "size",
  "first",
  "last",
  "and",
  "or",
  "not",
  "contains",
]);

/** Texts with nothing but `{{ variable }}` and `| default: "…"`, which is nearly all: some 20 times cheaper than Liquid. */
export function findSimpleParts(source: string): Part[] | undefined {
  if (source.includes("{%")) return undefined;
  const parts: Part[] = [];
  for (const piece of splitAtLiquid(source)) {
    if (!piece.includes("{{")) {
      if (piece !== "") parts.push(piece);
      continue;
    }
    const [, path, double, single] = simpleOutput.exec(piece) ?? [];
    const names = path === undefined ? undefined : splitPath(path);
    if (!names || names.some((name) => specialWords.has(name))) return undefined;
    parts.push({ path: names, fallback: double ?? single });
  }
  return parts;
}

function compileSimple(parts: Part[], escaping: Escaping): CompiledText {
  const encode = escaping === "html" ? escapeHtml : (text: string) => text;
  const writers = parts.map((part) => {
    if (typeof part === "string") return part;
    const { path, fallback } = part;
    const [first = ""] = path;
    if (path.length > 1) return (variables: Variables) => encode(textOr(readPath(variables, path), fallback));
    return (variables: Variables) =>
      encode(textOr(Object.hasOwn(variables, first) ? variables[first] : undefined, fallback));
  });
  return (variables) => {
    try {
      let text = "";
      for (const writer of writers) text += typeof writer === "string" ? writer : writer(variables);
      return text;
    } catch (error) {
      throw toLiquidProblem(error);
    }
  };
}

/** Own properties only: `constructor` and `__proto__` lead nowhere. */
function readPath(variables: Variables, path: string[]): unknown {
  let value: unknown = variables;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function textOr(value: unknown, fallback: string | undefined): string {
  if (fallback === undefined) return textOfValue(value);
  const isMissing = value === undefined || value === null || value === false || value === "";
  return isMissing || (Array.isArray(value) && value.length === 0) ? fallback : textOfValue(value);
}

/** More text than any channel carries. */
const renderedLengthMax = 1_000_000;

class BoundedEmitter {
  buffer = "";
  write(value: unknown): void {
    const text = textOfValue(value);
    if (this.buffer.length + text.length > renderedLengthMax) throw new Error("output limit exceeded");
    this.buffer += text;
  }
}

function compileLiquid(source: string, escaping: Escaping, language: string | undefined): CompiledText {
  const templates = parseLiquid(source, escaping);
  return (variables) => renderLiquid(templates, escaping, new MessageContext(variables, escaping, language));
}

function renderLiquid(templates: Template[], escaping: Escaping, context: MessageContext): string {
  try {
    const emitter = new BoundedEmitter();
    toValueSync(engineOf(escaping).renderer.renderTemplates(templates, context, emitter));
    return emitter.buffer;
  } catch (error) {
    throw toLiquidProblem(error);
  }
}
