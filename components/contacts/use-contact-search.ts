import { useQuery } from "@tanstack/react-query";
import { useSettledSearch } from "@/lib/browser/use-settled";
import type { Channel } from "@/lib/domain/channels/channel";
import { contactsOptions } from "./api";

const foundMax = 20;

/** People by name, id or address, a moment after the last keystroke. With a channel: only whom it reaches. */
export function useContactSearch(workspace: string, text: string, channel?: Channel) {
  const { asked, isBehind } = useSettledSearch(text);
  const query = { limit: foundMax, ...(channel ? { channel: [channel] } : {}), ...asked };
  const { data, isFetching } = useQuery(contactsOptions(workspace, query));
  return { contacts: data?.data ?? [], isSearching: isFetching || isBehind };
}

/** Tokens of devices and browsers tell a reader nothing: the mail address stands in for them. */
export function addressOn(
  channel: Channel,
  subscriptions: readonly { channel: Channel; address: string; status: string }[],
): string | undefined {
  const shown: Channel = channel === "app_push" || channel === "web_push" ? "email" : channel;
  return subscriptions.find((one) => one.channel === shown && one.status === "active")?.address;
}
