import { Inngest } from "inngest";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { createEmbeddedClient } from "./engine/protocol/embedded-client";
import { createSdkLogger } from "./engine/protocol/sdk-logger";

const options = { id: "pushpilot", logger: createSdkLogger(log) };

/** With `PUSHPILOT_ENGINE=inngest` the SDK's own variables say which server and which keys. */
export const inngest: Inngest =
  env().PUSHPILOT_ENGINE === "embedded" ? createEmbeddedClient(options) : new Inngest(options);
