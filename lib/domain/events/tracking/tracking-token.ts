import { createHash, timingSafeEqual } from "node:crypto";
import { formerKeys, purposeKey } from "@/lib/platform/auth/secrets";
import { hmacSha256Of } from "@/lib/platform/crypto/hmac-sha256";
import { uuidBytes, uuidText } from "@/lib/platform/ids";

export const tokenKinds = ["open", "click", "beacon"] as const;

export type TokenKind = (typeof tokenKinds)[number];

export type TrackingClaim = {
  kind: TokenKind;
  workspaceId: string;
  runId: string;
  contactId: string;
  variant: number;
  /** 0: the message itself. */
  linkNo: number;
  /** Empty unless it is a click. */
  destination: string;
};

/** Longer addresses are cut or refused on their way, by proxies and by this server. */
export const tokenCharsMax = 8_000;

const headBytes = 56;
const macBytes = 16;
const lifeSeconds = 365 * 24 * 60 * 60;

/** What is the same for everybody of a run: key id, workspace, run, and the end of a year after the send. */
export type TokenSigner = (claim: Omit<TrackingClaim, "workspaceId" | "runId">) => string;

export function signerOf(run: { workspaceId: string; runId: string; sendAt: Date }): TokenSigner {
  const key = purposeKey("links");
  const macOf = macOfKey(key);
  const head = Buffer.alloc(headBytes);
  head[0] = keyIdOf(key);
  head.writeUInt32BE(Math.floor(run.sendAt.getTime() / 1_000) + lifeSeconds, 4);
  uuidBytes(run.workspaceId).copy(head, 8);
  uuidBytes(run.runId).copy(head, 24);
  return ({ kind, contactId, variant, linkNo, destination }) => {
    const length = headBytes + Buffer.byteLength(destination);
    const token = Buffer.allocUnsafe(length + macBytes);
    head.copy(token);
    token[1] = tokenKinds.indexOf(kind);
    token[2] = variant;
    token[3] = linkNo;
    token.write(contactId.replaceAll("-", ""), 40, "hex");
    token.write(destination, headBytes);
    macOf(token.subarray(0, length)).copy(token, length, 0, macBytes);
    return token.toString("base64url");
  };
}

/** The bytes of a token; nothing when it is not ours, was changed, or is a year old. */
export function verifyTrackingToken(token: string, kind: TokenKind, nowMillis: number): Buffer | undefined {
  const bytes = Buffer.from(token, "base64url");
  const length = bytes.length - macBytes;
  if (length < headBytes || tokenKinds[bytes[1] ?? -1] !== kind) return undefined;
  const macOf = keys().get(bytes[0] ?? -1);
  if (!macOf) return undefined;
  const mac = macOf(bytes.subarray(0, length)).subarray(0, macBytes);
  if (!timingSafeEqual(mac, bytes.subarray(length))) return undefined;
  return bytes.readUInt32BE(4) * 1_000 < nowMillis ? undefined : bytes;
}

/** Where a verified click leads. */
export const destinationOf = (bytes: Buffer): string =>
  bytes.toString("utf8", headBytes, bytes.length - macBytes);

/** Reads what verified tokens say; many are of few sends, whose ids are spelt once. */
export function claimReader(): (bytes: Buffer) => TrackingClaim {
  const sends = new Map<string, { workspaceId: string; runId: string }>();
  const sendOf = (bytes: Buffer) => {
    const key = bytes.toString("latin1", 8, 40);
    const send = sends.get(key) ?? { workspaceId: uuidText(bytes, 8), runId: uuidText(bytes, 24) };
    sends.set(key, send);
    return send;
  };
  return (bytes) => {
    const { workspaceId, runId } = sendOf(bytes);
    return {
      kind: tokenKinds[bytes[1] ?? 0] ?? "open",
      variant: bytes[2] ?? 0,
      linkNo: bytes[3] ?? 0,
      workspaceId,
      runId,
      contactId: uuidText(bytes, 40),
      destination: destinationOf(bytes),
    };
  };
}

/** Under a key of its own, so that no other signature of ours is one of these. */
const macOfKey = (key: Buffer) => hmacSha256Of(hmacSha256Of(key)(Buffer.from("tracking")));

let known: { current: Buffer; byId: Map<number, (claim: Buffer) => Buffer> } | undefined;

/** Links of mails outlive the secret they were signed with. */
function keys(): Map<number, (claim: Buffer) => Buffer> {
  const current = purposeKey("links");
  if (known?.current !== current) {
    const all = [...formerKeys("links"), current];
    known = { current, byId: new Map(all.map((key) => [keyIdOf(key), macOfKey(key)])) };
  }
  return known.byId;
}

/** Chooses among the few keys there are; of two that share one the newer is believed. */
const keyIdOf = (key: Buffer): number => createHash("sha256").update(key).digest()[0] ?? 0;
