import { benchContent } from "@/bench/harness/runs";
import { compileContent } from "@/lib/domain/content/compile-content";
import { collapseKeyOf, idempotencyKeyOf } from "@/lib/domain/runs/run";
import { newId } from "@/lib/platform/ids";
import { toFcmBody } from "@/lib/providers/fcm/message-body";

/** What the dispatcher posts for one person of the population, to the byte in length. */
export function messageBody(): string {
  const runId = newId();
  const rendered = compileContent(benchContent, "app_push").render({
    first_name: "Ayşe",
    attributes: { points: 12_345 },
  });
  const message = {
    channel: "app_push" as const,
    idempotencyKey: idempotencyKeyOf(runId, newId(), newId()),
    collapseKey: collapseKeyOf(runId),
    ttlSeconds: 4 * 24 * 60 * 60,
    priority: "normal" as const,
    token: `${"t".repeat(140)}:person-12345`,
    title: rendered.title,
    body: rendered.body,
    clickUrl: rendered.deepLink,
    requireInteraction: false,
    actions: [],
    data: {},
  };
  return JSON.stringify(toFcmBody(message, Date.now()));
}
