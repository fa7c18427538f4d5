import { useFormatter, useTranslations } from "next-intl";
import { useEventName } from "@/components/events/use-event-name";
import { channels } from "@/lib/domain/channels/channel";

export type TimelineEntry = {
  /** One of the model’s, or a later one that has no words here yet. */
  outcome: string;
  reason: string | null;
  detail?: Record<string, unknown>;
  at?: Date;
};

const momentMillis = 10_000;

/** What happened to somebody at a step, and why, in the reader's language. */
export function usePassageWords(): (entry: TimelineEntry) => string {
  const t = useTranslations("automations.passages");
  const exitWords = useExitWords();
  const tChannel = useTranslations("content.channels");
  const format = useFormatter();
  return ({ outcome, reason, detail = {}, at }) => {
    const until = laterThan(at, momentOf(detail.until));
    const moment = until ? format.dateTime(until, "dateTime") : "";
    switch (outcome) {
      case "entered":
      case "reset":
        return until ? t(`${outcome}Until`, { moment }) : t(outcome);
      case "waiting":
        if (!until) return t("waiting");
        return t(waitingWords(reason), { moment });
      case "waited":
        return t(reason === "skipped" ? "waitedSkipped" : "waited");
      case "sent": {
        const channel = channels.find((one) => one === detail.channel);
        return channel ? t("sentOver", { channel: tChannel(channel) }) : t("sent");
      }
      case "unreachable":
        return t(reason === "no_provider" ? "noProvider" : "unreachable");
      case "exited":
        return t("exited", { reason: exitWords(reason, detail) });
      case "failed":
        return until
          ? t("failedUntil", { reason: reason ?? "", moment })
          : t("failed", { reason: reason ?? "" });
      default:
        return t.has(outcome) ? t(outcome) : outcome;
    }
  };
}

function waitingWords(reason: string | null) {
  if (reason === "best_time") return "waitingBestTime";
  return reason === "sending_hours" ? "waitingSendingHours" : "waitingUntil";
}

/** Why somebody left before the end; of an event with its name. */
export function useExitWords(): (reason: string | null, detail?: Record<string, unknown>) => string {
  const t = useTranslations("automations");
  const eventName = useEventName();
  return (reason, detail = {}) => {
    if (reason === "event" && typeof detail.event === "string")
      return t("exitedByEvent", { event: eventName(detail.event) });
    const key = `exitReasons.${reason}`;
    return reason !== null && t.has(key) ? t(key) : (reason ?? "");
  };
}

/** What is due at once is not waited for. */
const laterThan = (at: Date | undefined, until: Date | undefined): Date | undefined =>
  at && until && until.getTime() - at.getTime() < momentMillis ? undefined : until;

function momentOf(value: unknown): Date | undefined {
  const at = new Date(typeof value === "string" ? value : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
