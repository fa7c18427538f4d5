import { notifyRealtime, type RealtimeTopic } from "@/db/queries/realtime";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { log } from "@/lib/platform/log";

const everyMillis = 1_000;

/** What moves: the figures of a campaign, or whatever a workspace sends besides. */
type Movement = {
  topic: Extract<RealtimeTopic, "analytics" | "notifications" | "events" | "coupons">;
  id: string;
};

type Place = Pick<WorkspaceContext, "scope" | "workspaceId">;

type Pulse = { movement: Movement; atWork: number; hasMoved: boolean };

const pulses = new Map<string, Pulse>();

type Sent = { id: string; kind: string; campaignId: string | null };

/**
 * Says that a run moves while `work` sends it, and once when it is over. Commits that notify wait for each other, so
 * it is said apart from the sender's transactions, and once a second for all chunks of a process together.
 */
export async function announcingProgress<T>(
  ctx: WorkspaceContext,
  run: Sent,
  work: () => Promise<T>,
): Promise<T> {
  const movement: Movement =
    run.kind === "campaign" && run.campaignId
      ? { topic: "analytics", id: run.campaignId }
      : { topic: "notifications", id: run.id };
  const pulse = pulseOf(ctx, movement);
  pulse.atWork += 1;
  try {
    return await work();
  } finally {
    pulse.atWork -= 1;
    pulse.hasMoved = true;
  }
}

/** Figures of a campaign moved outside its sending, as by a receipt. */
export function announceFigures(ctx: Place, campaignId: string): void {
  pulseOf(ctx, { topic: "analytics", id: campaignId }).hasMoved = true;
}

/** Something happened; said once a second however much it is. */
export function announceEvents(ctx: Place, eventId: string): void {
  pulseOf(ctx, { topic: "events", id: eventId }).hasMoved = true;
}

/** Codes were used, given back or refused, and that is committed; said once a second however many they are. */
export function announceCoupons(ctx: Place): void {
  pulseOf(ctx, { topic: "coupons", id: ctx.workspaceId }).hasMoved = true;
}

/** Beats at once and then every second, until a second has passed in which nothing moved. */
function pulseOf(ctx: Place, movement: Movement): Pulse {
  const { topic, id } = movement;
  const key = `${ctx.workspaceId} ${topic === "analytics" ? id : topic}`;
  const known = pulses.get(key);
  if (known) return Object.assign(known, { movement });
  const pulse: Pulse = { movement, atWork: 0, hasMoved: true };
  pulses.set(key, pulse);
  const beat = () => {
    if (pulse.atWork === 0 && !pulse.hasMoved) {
      clearInterval(timer);
      pulses.delete(key);
      return;
    }
    pulse.hasMoved = false;
    notifyRealtime(ctx.scope, pulse.movement).catch((error: unknown) =>
      log.warn("realtime.unannounced", { error }),
    );
  };
  const timer = setInterval(beat, everyMillis).unref();
  beat();
  return pulse;
}
