import type { Message, Transport } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";

/** `Transport.send` on top of `sendOne`: at most `inFlightMax` at a time, outcomes in the order of the messages. */
export async function sendAll<M extends Message>(
  transport: Pick<Transport<M>, "capacity" | "sendOne">,
  messages: readonly M[],
  signal: AbortSignal,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = messages.entries();
  async function sendNext(): Promise<void> {
    for (const [position, message] of queue) outcomes[position] = await transport.sendOne(message, signal);
  }
  const lanes = Math.min(transport.capacity.inFlightMax, messages.length);
  await Promise.all(Array.from({ length: lanes }, sendNext));
  return outcomes;
}
