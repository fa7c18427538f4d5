import { z } from "zod";

const clientMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("authenticate"), token: z.string().max(2_000) }),
  z.strictObject({
    type: z.literal("subscribe"),
    topic: z
      .string()
      .regex(/^[a-z_]+(:[\w-]+)?$/)
      .max(100),
  }),
  z.strictObject({ type: z.literal("unsubscribe"), topic: z.string().max(100) }),
]);

export type ClientMessage = z.infer<typeof clientMessage>;

/** Nothing when it is not one of ours. */
export function parseClientMessage(text: string): ClientMessage | undefined {
  try {
    return clientMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export type ServerMessage =
  | { type: "ready" }
  | { type: "changed"; topic: string; id: string }
  /** Signals were dropped on a slow connection: read everything shown again. */
  | { type: "resync" };
