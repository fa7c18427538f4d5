"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConnectableKind } from "@/lib/domain/providers/provider";
import { snakeCase } from "@/lib/platform/snake-case";
import type { CredentialDraft } from "./credential-draft";
import { type CredentialField, credentialFieldsOf } from "./credential-fields";
import { CredentialInput } from "./credential-input";

export type CredentialInputsProps = {
  kind: ConnectableKind;
  draft: CredentialDraft;
  onChange: (draft: CredentialDraft) => void;
  /** By the field's name on the wire: `credentials.from_address`. */
  errors: Readonly<Record<string, { code: string; detail: string }>>;
  /** Masks of what is saved; secrets with one may stay empty. */
  hints?: Readonly<Record<string, string>>;
};

const wireNameOf = (name: string): string => `credentials.${snakeCase(name)}`;

export function CredentialInputs({ kind, draft, onChange, errors, hints = {} }: CredentialInputsProps) {
  const t = useTranslations("providers");
  const fields = credentialFieldsOf[kind];
  const advanced = fields.filter((field) => field.isAdvanced);
  const isComplaintHidden = advanced.some(({ name }) => errors[wireNameOf(name)]);
  const draw = (field: CredentialField) => (
    <CredentialInput
      key={field.name}
      field={field}
      value={draft[field.name] ?? ""}
      onValueChange={(value) => onChange({ ...draft, [field.name]: value })}
      error={errors[wireNameOf(field.name)]}
      hint={hints[field.name]}
    />
  );
  return (
    <>
      {fields.filter((field) => !field.isAdvanced).map(draw)}
      {advanced.length > 0 ? (
        <details className="group" open={isComplaintHidden || undefined}>
          <summary className="flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md font-medium text-sm [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
            {t(`advanced.${kind}`)}
          </summary>
          <div className="mt-3 flex flex-col gap-4">{advanced.map(draw)}</div>
        </details>
      ) : null}
    </>
  );
}
