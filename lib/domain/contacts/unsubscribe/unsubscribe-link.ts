import { createHmac, timingSafeEqual } from "node:crypto";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import { formerKeys, purposeKey } from "@/lib/platform/auth/secrets";
import { publicUrl } from "@/lib/platform/env";
import { uuidBytes, uuidText } from "@/lib/platform/ids";

export type UnsubscribeClaim = { workspaceId: string; contactId: string; channel: Channel };

const macLengthBytes = 16;

/** Names a person and a channel under our signature; it never expires, because the mail it stands in does not. */
export function unsubscribeUrlOf(workspaceId: string, contactId: string, channel: Channel): string {
  const claim = Buffer.concat([
    uuidBytes(workspaceId),
    uuidBytes(contactId),
    Buffer.of(channels.indexOf(channel)),
  ]);
  return `${publicUrl()}/u/${Buffer.concat([claim, macOf(purposeKey("links"), claim)]).toString("base64url")}`;
}

export function readUnsubscribeToken(token: string): UnsubscribeClaim | undefined {
  const bytes = Buffer.from(token, "base64url");
  const claim = bytes.subarray(0, 33);
  const mac = bytes.subarray(33);
  if (bytes.length !== 33 + macLengthBytes || !isOurs(claim, mac)) return undefined;
  const channel = channels[claim[32] ?? -1];
  if (!channel) return undefined;
  return {
    workspaceId: uuidText(claim),
    contactId: uuidText(claim, 16),
    channel,
  };
}

const isOurs = (claim: Buffer, mac: Buffer): boolean =>
  [purposeKey("links"), ...formerKeys("links")].some((key) => timingSafeEqual(mac, macOf(key, claim)));

const macOf = (key: Buffer, claim: Buffer): Buffer =>
  createHmac("sha256", key).update("unsubscribe").update(claim).digest().subarray(0, macLengthBytes);
