import { z } from "zod";
import { defineContract } from "@/lib/platform/http/contract";
import { wireInstant } from "./wire/instants";
import { wireObject } from "./wire/wire-object";

export const openRealtimeContract = defineContract({
  method: "POST",
  path: "/api/v1/realtime/tokens",
  tag: "Realtime",
  summary: "Open the live channel",
  description:
    'Connect a WebSocket to `path` and send `{"type":"authenticate","token":…}` first, then `{"type":"subscribe","topic":…}`. Each change arrives as `{"type":"changed","topic","id"}`.',
  access: { permission: "workspace.read" },
  status: 201,
  response: wireObject({
    token: z.string(),
    expiresAt: wireInstant,
    path: z.string().meta({ example: "/api/realtime" }),
  }),
});
