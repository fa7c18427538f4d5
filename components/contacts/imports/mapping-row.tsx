import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/display/badge";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Select } from "@/components/ui/forms/select";
import { marketingConsentColumns } from "@/lib/domain/contacts/consent-column";
import { type AttributeType, attributeTypes } from "@/lib/domain/contacts/imports/attribute-type";
import { isProposedConsent, jointConsentsOf } from "@/lib/domain/contacts/imports/columns/propose-targets";
import { findTargetOf, type ImportTarget, importTargets } from "@/lib/domain/contacts/imports/import-target";
import { cellsOf } from "@/lib/domain/contacts/imports/settle-types";
import { useTargetName } from "../use-target-name";
import { type ImportDraft, isUsed, typeOf } from "./import-draft";
import { MappingNotes } from "./mapping-notes";

export type MappingRowProps = {
  heading: string;
  at: number;
  draft: ImportDraft;
  onDraft: (draft: ImportDraft) => void;
};

/** One column: what is in it, what it fills, and how its cells are read. */
export function MappingRow({ heading, at, draft, onDraft }: MappingRowProps) {
  const t = useTranslations("contacts.import");
  const cells = cellsOf(draft.preview.sample, at);
  const target = draft.targets[at] ?? "ignore";
  const isAttribute = target.startsWith("attributes.");
  const isRepeated = !isUsed(draft.preview.headings, at);
  const isProposed = draft.proposed[at] === target && isProposedConsent(heading, target);
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="grid items-center gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_15rem] lg:grid-cols-[minmax(0,1fr)_17rem_13rem]">
        <div className="min-w-0">
          <p className="flex items-center gap-2 font-medium text-sm">
            <span className="truncate">{heading || t("unnamedColumn")}</span>
            {target !== "ignore" && findTargetOf(heading) === target ? (
              <Badge tone="success">{t("recognised")}</Badge>
            ) : null}
            {isProposed ? <Badge tone="warning">{t("proposed")}</Badge> : null}
          </p>
          <p className="truncate text-muted-foreground text-xs">
            {cells.slice(0, 3).join(" · ") || t("noSamples")}
          </p>
        </div>
        {isRepeated ? null : <TargetSelect heading={heading} at={at} draft={draft} onDraft={onDraft} />}
        {isAttribute ? (
          <Select<AttributeType>
            aria-label={t("mapping.type", { name: heading })}
            className="sm:col-start-2 lg:col-start-3"
            value={typeOf(draft, at).type}
            onValueChange={(type) => onDraft({ ...draft, types: { ...draft.types, [at]: type } })}
            options={attributeTypes.map((value) => ({ value, label: t(`mapping.types.${value}`) }))}
          />
        ) : null}
      </div>
      {isRepeated ? (
        <p className="text-warning text-xs">
          {t("mapping.duplicateHeading", { position: draft.preview.headings.indexOf(heading) + 1 })}
        </p>
      ) : (
        <MappingNotes
          target={target}
          isProposed={isProposed}
          cells={cells}
          {...(isAttribute ? { guess: typeOf(draft, at) } : {})}
        />
      )}
      {target === "phone" && !draft.targets.includes("whatsapp") ? (
        <Checkbox
          label={t("mapping.phoneOnWhatsapp")}
          description={t("mapping.phoneOnWhatsappHelp")}
          checked={draft.phoneOnWhatsapp}
          onCheckedChange={(phoneOnWhatsapp) => onDraft({ ...draft, phoneOnWhatsapp })}
        />
      ) : null}
    </li>
  );
}

function TargetSelect({ heading, at, draft, onDraft }: MappingRowProps) {
  const t = useTranslations("contacts.import");
  const nameOf = useTargetName();
  const target = draft.targets[at] ?? "ignore";
  const options: ImportTarget[] = [
    "ignore",
    ...importTargets,
    ...marketingConsentColumns,
    ...jointConsentsOf(draft.targets),
    ...(heading ? [`attributes.${heading.slice(0, 100)}` as const] : []),
  ];
  const offered = options.includes(target) ? options : [...options, target];
  return (
    <Select<ImportTarget>
      aria-label={t("targetOf", { name: heading })}
      value={target}
      onValueChange={(chosen) =>
        onDraft({ ...draft, targets: draft.targets.map((one, place) => (place === at ? chosen : one)) })
      }
      options={offered.map((value) => ({ value, label: nameOf(value) }))}
    />
  );
}
