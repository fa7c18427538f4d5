import { unprocessable } from "@/lib/platform/errors";
import { findUnreachable, reachOf } from "@/lib/providers/smtp/mail-server";
import { transportOptions } from "../open-transport";
import type { Credentials } from "./sealed-credentials";

/** Refuses at once what no connection would be opened to later. Only mail servers are named by a host. */
export async function assertMailServer({ host }: Credentials): Promise<void> {
  if (typeof host !== "string") return;
  const address = await findUnreachable(host, reachOf(transportOptions()));
  if (address === undefined) return;
  const isOfOnesOwn = (await findUnreachable(address, "private")) === undefined;
  const reason = isOfOnesOwn ? "mail_server_private" : "mail_server_unreachable";
  const detail = isOfOnesOwn
    ? `${host} leads to ${address}, which is not public. Name a public mail server, or start PushPilot with PUSHPILOT_PRIVATE_MAIL_SERVERS=true.`
    : `${host} leads to ${address}, where no mail is sent to. Name a public mail server.`;
  throw unprocessable(detail, {
    reason,
    host,
    address,
    errors: [{ pointer: "credentials.host", code: reason, detail }],
  });
}
