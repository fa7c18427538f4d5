import { randomUUID } from "node:crypto";
import type { AppPushMessage } from "@/lib/domain/providers/message-port";
import { toFcmBody } from "./message-body";

/** What differs between the people of a campaign; all else of a body is written once. */
const personal = ["token", "title", "body", "idempotencyKey"] as const;

type Personal = (typeof personal)[number];

/** Stands for a field while the body around it is made. Drawn anew in each process: no content can contain it. */
const mark = randomUUID();
const markedField = new RegExp(`"${mark}(\\w+)"`);

type Pattern = { message: AppPushMessage; second: number; pieces: string[]; fields: Personal[] };

/**
 * `JSON.stringify(toFcmBody(message, now))` for one message after the other, at a fifth of its cost while nothing
 * but the personal fields changes.
 */
export class FcmMessageWriter {
  private pattern: Pattern | undefined;

  write(message: AppPushMessage, now: number): string {
    const second = Math.floor(now / 1_000);
    if (this.pattern?.second !== second || !isAlike(this.pattern.message, message))
      this.pattern = makePattern(message, second);
    const { pieces, fields } = this.pattern;
    let text = pieces[0] ?? "";
    for (let at = 0; at < fields.length; at += 1)
      text += JSON.stringify(message[fields[at] as Personal]) + pieces[at + 1];
    return text;
  }
}

function makePattern(message: AppPushMessage, second: number): Pattern {
  const marked = { ...message };
  for (const field of personal) marked[field] = mark + field;
  const text = JSON.stringify(toFcmBody(marked, second * 1_000));
  const pieces: string[] = [];
  const fields: Personal[] = [];
  for (const [at, piece] of text.split(markedField).entries()) {
    if (at % 2 === 0) pieces.push(piece);
    else fields.push(piece as Personal);
  }
  return { message, second, pieces, fields };
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
