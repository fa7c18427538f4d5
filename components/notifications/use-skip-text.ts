import { useFormatter, useTranslations } from "next-intl";
import type { NotificationDetail } from "./api";

/** The gate's reason and what it saw, as one sentence. */
export function useSkipText() {
  const t = useTranslations("notifications.because");
  const format = useFormatter();
  return (skip: NotificationDetail["skip"]): string | null => {
    if (!skip) return null;
    const { reason, inputs } = skip;
    const count = typeof inputs.endpoints === "number" ? inputs.endpoints : 0;
    switch (reason) {
      case "merged":
      case "erased":
      case "no_code":
        return t(reason);
      case "expired":
        return t("expired", { at: momentOf(inputs.expiresAt, (at) => format.dateTime(at, "dateTime")) });
      case "no_consent":
        return t(inputs.consent === "denied" ? "no_consent.denied" : "no_consent.missing");
      case "frequency_cap":
        return t(reason, { count: typeof inputs.limit === "number" ? inputs.limit : 0 });
      case "zone_passed":
      case "unknown_zone":
      case "quiet_hours":
        return t(reason, { zone: typeof inputs.timeZone === "string" ? inputs.timeZone : "–" });
      case "suppressed":
      case "no_endpoint":
        return t(reason, { count });
    }
  };
}

function momentOf(value: unknown, write: (at: Date) => string): string {
  const at = new Date(typeof value === "string" ? value : Number.NaN);
  return Number.isNaN(at.getTime()) ? "–" : write(at);
}
