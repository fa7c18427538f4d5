"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Input } from "@/components/ui/forms/input";
import { randomId } from "@/lib/browser/random-id";

export type AttributeDraft = {
  /** Stays with the pair while it is typed. */
  id: string;
  name: string;
  value: string;
};

export type AttributeFieldsProps = {
  value: AttributeDraft[];
  onValueChange: (attributes: AttributeDraft[]) => void;
};

/** The workspace's own fields, as pairs. */
export function AttributeFields({ value, onValueChange }: AttributeFieldsProps) {
  const t = useTranslations("contacts");
  const change = (at: number, next: Partial<AttributeDraft>) =>
    onValueChange(value.map((one, position) => (position === at ? { ...one, ...next } : one)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t("attributes")}</legend>
      {value.map((attribute, at) => (
        <div key={attribute.id} className="flex items-center gap-2">
          <Input
            aria-label={t("attributeName", { number: at + 1 })}
            value={attribute.name}
            onChange={(event) => change(at, { name: event.target.value })}
          />
          <Input
            aria-label={t("attributeValue", { number: at + 1 })}
            value={attribute.value}
            onChange={(event) => change(at, { value: event.target.value })}
          />
          <IconButton
            icon={<X />}
            label={t("attributeRemove", { name: attribute.name || String(at + 1) })}
            onClick={() => onValueChange(value.filter((_, position) => position !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<Plus />}
          onClick={() => onValueChange([...value, { id: randomId(), name: "", value: "" }])}
        >
          {t("attributeAdd")}
        </Button>
      </div>
    </fieldset>
  );
}
