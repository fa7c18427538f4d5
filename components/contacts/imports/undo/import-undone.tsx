import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import type { Undo } from "./use-undo";

/** Says that nothing is left of what an import made, and where one goes on from there. */
export function ImportUndone({ workspace, undo }: { workspace: string; undo: Undo }) {
  const t = useTranslations("contacts.import");
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warning" announce title={t("undoneTitle")}>
        {t("undoneText", { count: undo.deleted })}
      </Callout>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={hrefOf(workspace, "contacts/import")}>
          {t("importAgain")}
        </ButtonLink>
        <ButtonLink href={hrefOf(workspace, `jobs/${undo.job}`)}>{t("showUndo")}</ButtonLink>
      </div>
    </div>
  );
}
