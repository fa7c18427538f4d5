"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { mayGrant, type Role, roles } from "@/lib/domain/members/role";

export type RoleChoiceProps = { value: Role; onValueChange: (role: Role) => void; ownRole: Role };

/** Roles above one's own are not on offer. */
export function RoleChoice({ value, onValueChange, ownRole }: RoleChoiceProps) {
  const t = useTranslations("members");
  return (
    <Field label={t("role")}>
      <RadioGroup<Role>
        value={value}
        onValueChange={onValueChange}
        options={roles
          .filter((role) => mayGrant(ownRole, role))
          .map((role) => ({ value: role, label: t(`roles.${role}`), description: t(`roleHelp.${role}`) }))}
      />
    </Field>
  );
}
