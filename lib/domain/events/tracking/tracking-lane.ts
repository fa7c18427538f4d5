import type { IncomingMessage, ServerResponse } from "node:http";
import { isAutomated } from "./is-automated";
import { recordEngagement } from "./record-engagement";
import type { EngagementKind } from "./tracking";
import { destinationOf, type TokenKind, tokenCharsMax, verifyTrackingToken } from "./tracking-token";

/** One transparent pixel. */
const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

const unkept = { "cache-control": "no-store", "x-robots-tag": "noindex" };
const pixelHeaders = { ...unkept, "content-type": "image/gif", "content-length": String(pixel.length) };

/**
 * Links, pixels and beacons of messages: a token is verified, a note is left in memory, and the answer is out. There is
 * no database on this way. Gives whether the request was one of these.
 */
export function answerTracking(req: IncomingMessage, res: ServerResponse): boolean {
  const { url = "" } = req;
  if (url.charCodeAt(0) !== 47 || url.charCodeAt(2) !== 47) return false;
  switch (url.charCodeAt(1)) {
    case 99: // c
      answerClick(req, res, url);
      return true;
    case 111: // o
      answerOpen(req, res, url);
      return true;
    case 116: // t
      answerBeacon(req, res, url);
      return true;
    default:
      return false;
  }
}

const isReading = ({ method }: IncomingMessage): boolean => method === "GET" || method === "HEAD";

function verify(url: string, kind: TokenKind, now: number): Buffer | undefined {
  const end = url.indexOf("?", 3);
  const token = end === -1 ? url.slice(3) : url.slice(3, end);
  return token.length > tokenCharsMax ? undefined : verifyTrackingToken(token, kind, now);
}

function answerClick(req: IncomingMessage, res: ServerResponse, url: string): void {
  const now = Date.now();
  const token = isReading(req) ? verify(url, "click", now) : undefined;
  if (token) {
    note(token, "clicked", req, now);
    res.writeHead(302, { ...unkept, location: destinationOf(token), "content-length": "0" }).end();
  } else refuse(req, res);
}

/** A picture is shown whatever the token is: a broken one in an old mail helps nobody. */
function answerOpen(req: IncomingMessage, res: ServerResponse, url: string): void {
  if (isReading(req)) {
    const now = Date.now();
    const token = verify(url, "open", now);
    if (token) note(token, "opened", req, now);
    res.writeHead(200, pixelHeaders).end(req.method === "HEAD" ? undefined : pixel);
  } else refuse(req, res);
}

const beaconKinds: Record<string, EngagementKind> = { shown: "shown", clicked: "clicked", closed: "closed" };
const actionPattern = /^[\w.-]{1,60}$/;

/** What a service worker tells: `?e=shown`, `?e=clicked&a=<action>`, `?e=closed`. From any origin, for it knows the token. */
function answerBeacon(req: IncomingMessage, res: ServerResponse, url: string): void {
  res.setHeader("access-control-allow-origin", "*");
  const now = Date.now();
  const asked = new URLSearchParams(url.slice(url.indexOf("?") + 1));
  const said = asked.get("e") ?? "";
  const kind = Object.hasOwn(beaconKinds, said) ? beaconKinds[said] : undefined;
  const token = kind && req.method === "POST" ? verify(url, "beacon", now) : undefined;
  if (token && kind) {
    const action = asked.get("a") ?? "";
    note(token, kind, req, now, actionPattern.test(action) ? action : undefined);
    res.writeHead(204, unkept).end();
  } else refuse(req, res);
}

function note(
  token: Buffer,
  kind: EngagementKind,
  { method, headers }: IncomingMessage,
  atMillis: number,
  actionId?: string,
): void {
  recordEngagement({ token, kind, isAutomated: isAutomated(method, headers), atMillis, actionId });
}

/** Changed, too old, or never ours: nowhere to lead to, and not a word about why. */
function refuse(req: IncomingMessage, res: ServerResponse): void {
  const isKnownMethod = isReading(req) || req.method === "POST";
  res.writeHead(isKnownMethod ? 404 : 405, { ...unkept, "content-type": "text/plain; charset=utf-8" });
  res.end("This link does not work any more.\nBu bağlantı artık çalışmıyor.\n");
}
