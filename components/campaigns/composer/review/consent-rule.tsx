import Link from "next/link";
import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import type { MessageCategory } from "@/lib/domain/channels/channel";
import type { ConsentMode } from "@/lib/domain/workspaces/workspace";

export type ConsentRuleProps = { category: MessageCategory; consentMode: ConsentMode };

/** Whether those of whom no consent is on record get it, and where that is decided. */
export function ConsentRule({ category, consentMode }: ConsentRuleProps) {
  const t = useTranslations("campaigns.review");
  const { slug } = useShell().workspace;
  if (category === "transactional") return t("consentTransactional");
  return (
    <>
      {t(consentMode === "opt_in" ? "consentOptIn" : "consentOptOut")}{" "}
      <Link
        href={hrefOf(slug, "settings/workspace")}
        className="text-brand underline underline-offset-4 hover:no-underline"
      >
        {t("changeSetting")}
      </Link>
    </>
  );
}
