import { isUtf8 } from "node:buffer";
import { z } from "zod";
import { type InvalidParam, invalidRequest, notFound, payloadTooLarge } from "@/lib/platform/errors";
import type { Contract } from "./contract";
import { problemLanguage } from "./problem-language";
import { findUnstorableText } from "./unstorable-text";

const bodyBytesMaxDefault = 1024 * 1024;

const errorsMax = 50;
const pointerLengthMax = 200;

const messagesOf = { en: z.locales.en().localeError, tr: z.locales.tr().localeError };

/** A malformed id in the path is answered like an unknown one. */
export function parseParams(contract: Contract, params: Record<string, string>) {
  if (!contract.params) return undefined;
  const result = contract.params.safeParse(params);
  if (!result.success) throw notFound();
  return result.data;
}

export function parseQuery(contract: Contract, request: Request) {
  const search = new URL(request.url).searchParams;
  const values: Record<string, string> = {};
  for (const [key, value] of search) {
    if (Object.hasOwn(values, key)) throw invalidRequest(`"${key}" is given twice.`, [repeated(key)]);
    values[key] = value;
  }
  return parseInput(contract.query ?? z.strictObject({}), values, request);
}

const repeated = (pointer: string): InvalidParam => ({ pointer, code: "repeated", detail: "Give it once." });

/** What only a verb can say is wrong with a body, asked where the contract refuses it, so that all is said at once. */
export type AlsoWrong = (body: unknown) => InvalidParam[];

export async function parseBody(
  contract: Contract,
  request: Request,
  alsoWrong?: AlsoWrong,
): Promise<{ body: unknown; text: string }> {
  if (!contract.body) return { body: undefined, text: "" };
  const text = await readText(request, contract.bodyBytesMax ?? bodyBytesMaxDefault);
  return { body: parseInput(contract.body, parseJson(text), request, alsoWrong), text };
}

export function parseJson(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const reason = "malformed_json";
    throw invalidRequest(
      `The body is not JSON: ${message}. Send one JSON object.`,
      [{ pointer: "", code: reason, detail: message }],
      { reason, found: message },
    );
  }
}

const unstorableText = (pointer: string) =>
  invalidRequest(`${pointer || "body"}: Text must be valid Unicode without the character U+0000.`, [
    { pointer, code: "invalid_text", detail: "Text must be valid Unicode without the character U+0000." },
  ]);

/** Stops reading as soon as the limit is passed, whatever the declared length says. */
export async function readText(request: Request, bytesMax: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) throw payloadTooLarge(bytesMax);
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw payloadTooLarge(bytesMax);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (!isUtf8(body)) throw notUtf8();
  return body.toString("utf8");
}

const notUtf8 = () => {
  const reason = "not_utf8";
  const detail = "The body is not text in UTF-8. Send it encoded as UTF-8.";
  return invalidRequest(detail, [{ pointer: "", code: reason, detail }], { reason });
};

/** The value as the schema says, or a 400 that names every wrong field in the caller's language. */
export function parseInput<S extends z.ZodType>(
  schema: S,
  value: unknown,
  request: Request,
  alsoWrong: AlsoWrong = () => [],
): z.output<S> {
  const language = problemLanguage(request.headers.get("accept-language"));
  const unstorable = findUnstorableText(value);
  if (unstorable !== undefined) throw unstorableText(unstorable);
  const result = schema.safeParse(value, { error: messagesOf[language] });
  if (result.success) return result.data;
  const refused = result.error.issues.slice(0, errorsMax).flatMap(toInvalidParams);
  const isNew = ({ pointer }: InvalidParam) => refused.every((other) => other.pointer !== pointer);
  const errors = [...refused, ...alsoWrong(value).filter(isNew)].slice(0, errorsMax);
  const first = errors[0];
  throw invalidRequest(
    first ? `${first.pointer || "body"}: ${first.detail}` : "The request is invalid.",
    errors,
  );
}

function toInvalidParams(issue: z.core.$ZodIssue): InvalidParam[] {
  const pointer = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    // One key of thousands says enough; repeating all of them under each would grow with their square.
    return issue.keys.slice(0, errorsMax).map((key) => ({
      pointer: (pointer ? `${pointer}.${key}` : key).slice(0, pointerLengthMax),
      code: "unknown_field",
      detail: issue.keys.length === 1 ? issue.message : `Unknown field "${key.slice(0, pointerLengthMax)}".`,
    }));
  }
  if (issue.code === "invalid_union") {
    const branch = closestBranch(issue.errors);
    if (branch)
      return branch.flatMap((inner) => toInvalidParams({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  const own: unknown = issue.code === "custom" ? issue.params?.code : undefined;
  return [{ pointer, code: typeof own === "string" ? own : issue.code, detail: issue.message }];
}

/** Of a union's branches, the one whose shape the value has: its complaints lie deepest or are the fewest. */
function closestBranch(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const misfits = (branch: z.core.$ZodIssue[]) =>
    branch.filter((issue) => issue.path.length === 0 && issue.code !== "custom").length * 100 + branch.length;
  return branches.filter((branch) => branch.length > 0).sort((a, b) => misfits(a) - misfits(b))[0];
}
