import type { Inngest } from "inngest";
import type { Sql } from "@/db/client";
import { claimOutboxEvents, deleteOutboxEvents, releaseOutboxEvents } from "@/db/queries/workflow/outbox";

const batchSize = 100;

/** Sends the outbox to a real server. The event id is the outbox id, so sending twice counts once there. */
export async function relayOutbox(sql: Sql, client: Inngest.Any): Promise<void> {
  for (;;) {
    const events = await claimOutboxEvents(sql, batchSize);
    if (events.length === 0) return;
    const ids = events.map((event) => event.id);
    try {
      await client.send(
        events.map(({ id, name, data, v, tsMillis }) => ({
          id,
          name,
          data: JSON.parse(data) as Record<string, unknown>,
          ts: tsMillis,
          ...(v === null ? {} : { v }),
        })),
      );
    } catch (error) {
      await releaseOutboxEvents(sql, ids);
      throw error;
    }
    await deleteOutboxEvents(sql, ids);
  }
}
