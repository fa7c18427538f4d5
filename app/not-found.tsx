import { Compass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";

export default async function NotFound() {
  const t = await getTranslations("ui.notFound");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<Compass aria-hidden />}
        title={<h1>{t("title")}</h1>}
        description={t("description")}
        actions={
          <ButtonLink href="/" variant="primary">
            {t("home")}
          </ButtonLink>
        }
      />
    </main>
  );
}
