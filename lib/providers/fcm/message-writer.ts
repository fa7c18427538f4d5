import { randomUUID } from "node:crypto";
import type { AppPushMessage } from "@/lib/domain/providers/message-port";
import { toFcmBody } from "./message-body";

/** What differs between the people of a campaign; all else of a body is written once. */
const personal = ["token", "title", "body", "idempotencyKey"] as const;

type Personal = (typeof personal)[number];

/** Stands for a field while the body around it is made. Drawn anew in each process: no content can contain it. */
const mark = randomUUID();
const markedField = new RegExp(`"${mark}(\\w+)"`);

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
  private pattern: Pattern | undefined;

  write(message: AppPushMessage, now: number): Buffer {
    const second = Math.floor(now / 1_000);
    if (this.pattern?.second !== second || !isAlike(this.pattern.message, message))
      this.pattern = makePattern(message, second);
    const { pieces, fields } = this.pattern;
    let { size } = this.pattern;
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
    a.actions === b.actions &&
    a.data === b.data &&
    a.androidChannelId === b.androidChannelId &&
    a.color === b.color &&
    a.sound === b.sound &&
    a.badgeCount === b.badgeCount &&
    a.analyticsLabel === b.analyticsLabel
  );
}
