import { Lock } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { type Permission, roleMay, roles } from "@/lib/domain/members/role";

export type NotForYourRoleProps = { title: string; permission: Permission };

/** A page that exists, but not for everybody; says whom to ask. */
export async function NotForYourRole({ title, permission }: NotForYourRoleProps) {
  const t = await getTranslations("members");
  const format = await getFormatter();
  const able = roles.filter((role) => roleMay(role, permission)).map((role) => t(`roles.${role}`));
  return (
    <>
      <PageHeader title={title} />
      <div className="rounded-lg border bg-card">
        <EmptyState
          icon={<Lock aria-hidden />}
          title={t("forbidden.title")}
          description={t("forbidden.description", { roles: format.list(able, { type: "disjunction" }) })}
        />
      </div>
    </>
  );
}
