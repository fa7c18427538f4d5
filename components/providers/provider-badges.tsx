import { FlaskConical, Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/display/badge";
import type { Provider } from "./api";
import { HealthPill } from "./health-pill";

/** Whether it sends its channel, whether it is real, and how it does. */
export function ProviderBadges({ provider }: { provider: Provider }) {
  const t = useTranslations("providers");
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {provider.status === "active" ? (
        <Badge tone="brand">
          <Radio aria-hidden />
          {t("active")}
        </Badge>
      ) : null}
      {provider.isSandbox ? (
        <Badge tone="info">
          <FlaskConical aria-hidden />
          {t("staysHere")}
        </Badge>
      ) : null}
      {provider.archivedAt ? <Badge>{t("archived")}</Badge> : null}
      <HealthPill health={provider.health} />
    </span>
  );
}
