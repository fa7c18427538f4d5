import { Check, Minus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/display/card";
import { permissions, type Role, roleMay, roles } from "@/lib/domain/members/role";

/** Without it the columns beyond a narrow screen are out of reach by keyboard. */
const keyboardScrollable = { tabIndex: 0 };

/** The permission table itself, read by people. */
export async function CapabilityMatrix({ ownRole }: { ownRole: Role }) {
  const t = await getTranslations("members");
  return (
    <Card title={t("matrix.title")} description={t("matrix.description")} flush className="mt-8">
      <div {...keyboardScrollable} className="overflow-x-auto border-t">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("matrix.title")}</caption>
          <thead>
            <tr className="border-b text-muted-foreground text-xs">
              <th scope="col" className="py-2 pr-1 pl-4 text-left font-medium sm:pr-4">
                {t("matrix.capability")}
              </th>
              {roles.map((role) => (
                <th
                  key={role}
                  scope="col"
                  className="w-24 px-0.5 py-2 text-center font-medium max-sm:w-13 max-sm:text-2xs sm:px-2"
                >
                  {t(`roles.${role}`)}
                  {role === ownRole ? <span className="block font-normal">({t("you")})</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission} className="border-b last:border-b-0">
                <th scope="row" className="py-2 pr-1 pl-4 text-left font-normal sm:pr-4">
                  {t(`permissions.${permission.replace(".", "_")}`)}
                </th>
                {roles.map((role) => (
                  <td key={role} className="px-2 py-2 text-center">
                    <Mark isGiven={roleMay(role, permission)} words={[t("matrix.yes"), t("matrix.no")]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Mark({ isGiven, words }: { isGiven: boolean; words: [string, string] }) {
  const Icon = isGiven ? Check : Minus;
  return (
    <>
      <Icon
        aria-hidden
        className={isGiven ? "mx-auto size-4 text-success" : "mx-auto size-4 text-subtle-foreground"}
      />
      <span className="sr-only">{words[isGiven ? 0 : 1]}</span>
    </>
  );
}
