"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import type { ApiKeyScope } from "@/lib/domain/api-keys/api-key";
import { keyPermissions } from "@/lib/domain/members/role";

type Preset = "all" | "read" | "list";

const presetOf = (scopes: ApiKeyScope[]): Preset =>
  scopes.includes("all") ? "all" : scopes.includes("read") ? "read" : "list";

export type ScopeChoiceProps = {
  value: ApiKeyScope[];
  onValueChange: (scopes: ApiKeyScope[]) => void;
  error?: string | undefined;
};

export function ScopeChoice({ value, onValueChange, error }: ScopeChoiceProps) {
  const t = useTranslations("api-keys.scopes");
  const permissionNames = useTranslations("members.permissions");
  const preset = presetOf(value);
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("label")} {...(error ? { error } : {})}>
        <RadioGroup<Preset>
          value={preset}
          onValueChange={(next) => onValueChange(next === "list" ? [] : [next])}
          options={[
            { value: "all", label: t("all"), description: t("allHelp") },
            { value: "read", label: t("read"), description: t("readHelp") },
            { value: "list", label: t("list"), description: t("listHelp") },
          ]}
        />
      </Field>
      {preset === "list" ? (
        <fieldset className="grid gap-x-4 gap-y-1 rounded-lg border p-3 sm:grid-cols-2">
          <legend className="sr-only">{t("list")}</legend>
          {keyPermissions.map((permission) => (
            <Checkbox
              key={permission}
              label={permissionNames(permission.replace(".", "_"))}
              description={<code className="font-mono">{permission}</code>}
              checked={value.includes(permission)}
              onCheckedChange={(checked) =>
                onValueChange(
                  checked ? [...value, permission] : value.filter((other) => other !== permission),
                )
              }
            />
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
