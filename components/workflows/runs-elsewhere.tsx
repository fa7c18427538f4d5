import { ServerCog } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/feedback/empty-state";

/** Instead of these screens where an Inngest server keeps the runs. */
export async function RunsElsewhere() {
  const t = await getTranslations("workflows");
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="rounded-lg border bg-card">
        <EmptyState
          icon={<ServerCog aria-hidden />}
          title={t("elsewhereTitle")}
          description={t("elsewhereDescription")}
        />
      </div>
    </>
  );
}
