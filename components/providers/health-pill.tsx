import { useTranslations } from "next-intl";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import type { ProviderHealth } from "@/lib/domain/providers/provider";

const tones: Record<ProviderHealth, StatusTone> = {
  unverified: "idle",
  healthy: "done",
  degraded: "paused",
  failing: "failed",
};

export function HealthPill({ health }: { health: ProviderHealth }) {
  const t = useTranslations("providers.healths");
  return <StatusPill status={tones[health]}>{t(health)}</StatusPill>;
}
