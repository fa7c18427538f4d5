import { z } from "zod";
import { tryParseJson } from "@/lib/platform/try-parse-json";

const topic = z
  .string()
  .max(100)
  .regex(/^[a-z_]+(:\w+)?$/);

const clientMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("authenticate"), token: z.string().max(2_000) }),
  z.strictObject({ type: z.literal("subscribe"), topic }),
  z.strictObject({ type: z.literal("unsubscribe"), topic }),
]);

export type ClientMessage = z.infer<typeof clientMessage>;

/** Nothing when it is not one of ours. */
export const parseClientMessage = (text: string): ClientMessage | undefined =>
  clientMessage.safeParse(tryParseJson(text)).data;

export type ServerMessage =
  /** The token was good, the first as well as each later one. */
  | { type: "ready" }
  | { type: "changed"; topic: string; id: string }
  /** Signals may have been lost: read everything shown again. */
  | { type: "resync" }
  | { type: "refused"; topic: string; reason: "not_allowed" | "too_many_topics" };
