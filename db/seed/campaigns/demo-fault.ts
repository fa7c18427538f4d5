import type { Channel } from "@/lib/domain/channels/channel";

type Fault = { code: string; detail: string };

const unregistered: Fault = { code: "UNREGISTERED", detail: "Requested entity was not found." };
const unusable: Fault = { code: "address_invalid", detail: "The address does not exist." };

/** Why the demo's messages over a channel fail, where one does. */
export const demoFault = (channel: Channel): Fault =>
  channel === "app_push" || channel === "web_push" ? unregistered : unusable;
