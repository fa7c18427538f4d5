import { randomUUID } from "node:crypto";
import type { AppPushMessage } from "@/lib/domain/providers/message-port";
import { toFcmBody } from "./message-body";

/** What differs between the people of a campaign; all else of a body is written once. */
const personal = ["token", "title", "body", "idempotencyKey"] as const;

type Personal = (typeof personal)[number];

/** Stands for a field while the body around it is made. Drawn anew in each process: no content can contain it. */
const mark = randomUUID();
const markedField = new RegExp(`"${mark}(\\w+)"`);

const patternsMax = 8;

type Pattern = {
  message: AppPushMessage;
  second: number;
  pieces: Buffer[];
  fields: Personal[];
  size: number;
};

/**
 * `JSON.stringify(toFcmBody(message, now))` in UTF-8 for one message after the other, at a fifth of its cost while
 * nothing but the personal fields changes. Bytes and not text: a Turkish text takes two bytes a letter in the heap.
 */
export class FcmMessageWriter {
  /** The last few: campaigns and languages under way at once take turns. */
  private readonly patterns: Pattern[] = [];

  write(message: AppPushMessage, now: number): Buffer {
    const pattern = this.patternOf(message, Math.floor(now / 1_000));
    const { pieces, fields } = pattern;
    let { size } = pattern;
    const texts: string[] = [];
    for (const field of fields) {
      const text = JSON.stringify(message[field]);
      size += Buffer.byteLength(text);
      texts.push(text);
    }
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    for (const [n, piece] of pieces.entries()) {
      bytes.set(piece, at);
      at += piece.length;
      at += bytes.write(texts[n] ?? "", at);
    }
    return bytes;
  }

  private patternOf(message: AppPushMessage, second: number): Pattern {
    for (const [at, pattern] of this.patterns.entries()) {
      if (!isAlike(pattern.message, message)) continue;
      if (pattern.second !== second) this.patterns[at] = makePattern(message, second);
      return this.patterns[at] as Pattern;
    }
    const pattern = makePattern(message, second);
    this.patterns.unshift(pattern);
    this.patterns.length = Math.min(this.patterns.length, patternsMax);
    return pattern;
  }
}

function makePattern(message: AppPushMessage, second: number): Pattern {
  const marked = { ...message };
  for (const field of personal) marked[field] = mark + field;
  const text = JSON.stringify(toFcmBody(marked, second * 1_000));
  const pieces: Buffer[] = [];
  const fields: Personal[] = [];
  for (const [at, piece] of text.split(markedField).entries()) {
    if (at % 2 === 0) pieces.push(Buffer.from(piece));
    else fields.push(piece as Personal);
  }
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { message, second, pieces, fields, size };
}

/** Whether two messages differ in nothing but the personal fields. */
function isAlike(a: AppPushMessage, b: AppPushMessage): boolean {
  return (
    a.collapseKey === b.collapseKey &&
    a.ttlSeconds === b.ttlSeconds &&
    a.priority === b.priority &&
    a.subtitle === b.subtitle &&
    a.imageUrl === b.imageUrl &&
    a.iconUrl === b.iconUrl &&
    a.badgeUrl === b.badgeUrl &&
    a.clickUrl === b.clickUrl &&
    a.requireInteraction === b.requireInteraction &&
    areActionsAlike(a.actions, b.actions) &&
    isDataAlike(a.data, b.data) &&
    a.androidChannelId === b.androidChannelId &&
    a.color === b.color &&
    a.sound === b.sound &&
    a.badgeCount === b.badgeCount &&
    a.analyticsLabel === b.analyticsLabel
  );
}

function areActionsAlike(a: AppPushMessage["actions"], b: AppPushMessage["actions"]): boolean {
  if (a === b) return true;
  if (!a || !b || a.length !== b.length) return false;
  return a.every(({ id, title }, at) => id === b[at]?.id && title === b[at]?.title);
}

/** The order counts too: it is the order of the body. */
function isDataAlike(a: AppPushMessage["data"], b: AppPushMessage["data"]): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const names = Object.keys(a);
  const others = Object.keys(b);
  return (
    names.length === others.length && names.every((name, at) => name === others[at] && a[name] === b[name])
  );
}
