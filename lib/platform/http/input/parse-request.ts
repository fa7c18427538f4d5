import { isUtf8 } from "node:buffer";
import { z } from "zod";
import { acceptedLocaleOf } from "@/lib/domain/users/interface-locale";
import {
  type InvalidParam,
  invalidRequest,
  isAppError,
  notFound,
  payloadTooLarge,
} from "@/lib/platform/errors";
import { brokenUpload } from "@/lib/platform/spool/broken-upload";
import type { Contract } from "../contract";
import { bodyOf } from "./body-source";
import { findComments } from "./find-comments";
import { errorsMax, pointerLengthMax, toInvalidParams } from "./invalid-params";
import { cutText, findUnstorableText } from "./unstorable-text";

const bodyBytesMaxDefault = 1024 * 1024;

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
  const value = parseJson(text);
  // Text that is valid UTF-8 can hold what Postgres cannot store only behind an escape.
  if (text.includes("\\u")) refuseUnstorable(value);
  return { body: parseStorable(contract.body, value, request, alsoWrong), text };
}

export function parseJson(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const commented = findComments(text);
    if (commented.length > 0) throw commentedJson(commented);
    const reason = "malformed_json";
    throw invalidRequest(
      `The body is not JSON: ${message}. Send one JSON object.`,
      [{ pointer: "", code: reason, detail: message }],
      { reason, found: message },
    );
  }
}

/** People paste documents with remarks in them: they are told which lines to mend. */
function commentedJson(found: number[]) {
  const lines = found.slice(0, 20).join(", ");
  const reason = "commented_json";
  const detail = `JSON has no comments. Take out what begins with // or /* on line ${lines}.`;
  return invalidRequest(detail, [{ pointer: "", code: reason, detail, values: { lines } }], {
    reason,
    lines,
  });
}

const unstorableText = (pointer: string) =>
  invalidRequest(`${pointer || "body"}: Text must be valid Unicode without the character U+0000.`, [
    { pointer, code: "invalid_text", detail: "Text must be valid Unicode without the character U+0000." },
  ]);

/** Stops reading as soon as the limit is passed, whatever the declared length says. */
export async function readText(request: Request, bytesMax: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) throw payloadTooLarge(bytesMax);
  const pieces = bodyOf(request);
  if (!pieces) return "";
  const body = Buffer.concat(await readChunks(pieces, bytesMax));
  if (!isUtf8(body)) throw notUtf8();
  return body.toString("utf8");
}

async function readChunks(body: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) throw payloadTooLarge(bytesMax);
      chunks.push(chunk);
    }
  } catch (error) {
    throw isAppError(error) ? error : brokenUpload(error);
  }
  return chunks;
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
  alsoWrong?: AlsoWrong,
): z.output<S> {
  refuseUnstorable(value);
  return parseStorable(schema, value, request, alsoWrong);
}

function refuseUnstorable(value: unknown): void {
  const unstorable = findUnstorableText(value);
  if (unstorable !== undefined) throw unstorableText(cutText(unstorable, pointerLengthMax));
}

function parseStorable<S extends z.ZodType>(
  schema: S,
  value: unknown,
  request: Request,
  alsoWrong: AlsoWrong = () => [],
): z.output<S> {
  const language = acceptedLocaleOf(request.headers.get("accept-language"));
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
