import { type Channel, channels } from "@/lib/domain/channels/channel";
import { claimsOf } from "@/lib/platform/auth/signed-claim";
import { publicUrl } from "@/lib/platform/env";
import { uuidBytes, uuidText } from "@/lib/platform/ids";

export type UnsubscribeClaim = { workspaceId: string; contactId: string; channel: Channel };

const claims = claimsOf("unsubscribe");
const claimBytes = 33;

/** Names a person and a channel under our signature; it never expires, because the mail it stands in does not. */
export function unsubscribeUrlOf(workspaceId: string, contactId: string, channel: Channel): string {
  const claim = Buffer.concat([
    uuidBytes(workspaceId),
    uuidBytes(contactId),
    Buffer.of(channels.indexOf(channel)),
  ]);
  return `${publicUrl()}/u/${claims.sign(claim)}`;
}

export function readUnsubscribeToken(token: string): UnsubscribeClaim | undefined {
  const claim = claims.read(token);
  const channel = claim?.length === claimBytes ? channels[claim[32] ?? -1] : undefined;
  if (!claim || !channel) return undefined;
  return { workspaceId: uuidText(claim), contactId: uuidText(claim, 16), channel };
}
