import { tryParseJson } from "@/lib/platform/try-parse-json";
import { type Redaction, redactText, redactValue } from "./redact";

/** What went in or came out, for people: JSON with line breaks, redacted, and cut where it would fill the page. */
export type Payload = {
  text: string;
  /** Of the whole, as it is stored. */
  bytes: number;
  isCut: boolean;
};

export type RunError = { name: string; message: string; stack: string | null };

const charsMax = 8_000;
const messageCharsMax = 2_000;
const framesMax = 12;

export function toPayload(value: unknown, redaction: Redaction): Payload {
  const stored = JSON.stringify(value) ?? "null";
  const text = JSON.stringify(redactValue(value, redaction), null, 2) ?? "null";
  const isCut = text.length > charsMax;
  return { text: isCut ? cut(text, charsMax) : text, bytes: Buffer.byteLength(stored), isCut };
}

/** As the SDK writes errors down. */
export function toRunError(value: unknown, redaction: Redaction): RunError {
  const { name, message, stack } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const said = redactText(typeof message === "string" ? message : (JSON.stringify(value) ?? ""), redaction);
  return {
    name: typeof name === "string" && name !== "" ? name : "Error",
    message: cut(said, messageCharsMax),
    stack: typeof stack === "string" ? framesOf(redactText(stack, redaction)) : null,
  };
}

/** The frames without the message, which stands above them, and without where the server keeps its files. */
function framesOf(stack: string): string | null {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const short = frames.map((line) =>
    line.trim().replace(/(?:file:\/\/)?\/(?:[^\s():]+\/)?([^\s/():]+)/, "$1"),
  );
  return short.length > 0 ? short.slice(0, framesMax).join("\n") : null;
}

export const parsePayload = (text: string, redaction: Redaction): Payload =>
  toPayload(tryParseJson(text), redaction);

/** Never in the middle of a character. */
function cut(text: string, chars: number): string {
  return text.length > chars ? text.slice(0, chars).replace(/[\ud800-\udbff]$/, "") : text;
}
