import { FlaskConical, Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { providerHref } from "@/components/providers/provider-href";
import { Badge } from "@/components/ui/display/badge";
import type { CampaignForecast } from "../../api";

/** What will send it, and whether people really get it. */
export function Sender({ forecast: { provider } }: { forecast: CampaignForecast }) {
  const t = useTranslations("campaigns.review");
  const { slug } = useShell().workspace;
  if (!provider) return t("providerNone");
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Link
        href={providerHref(slug, provider.id)}
        className="underline underline-offset-4 hover:no-underline"
      >
        {provider.name}
      </Link>
      <Badge
        tone={provider.isSandbox ? "info" : "brand"}
        className="h-auto min-h-5.5 shrink whitespace-normal"
      >
        {provider.isSandbox ? <FlaskConical aria-hidden /> : <Send aria-hidden />}
        {t(provider.isSandbox ? "staysHere" : "reachesPeople")}
      </Badge>
    </span>
  );
}
