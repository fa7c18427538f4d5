"use client";

import { useTranslations } from "next-intl";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import { randomLettersMax } from "@/lib/domain/coupons/batches/code-design";
import { codeCharsMax } from "@/lib/domain/coupons/codes/fold-code";
import { type AlphabetName, alphabets, type BatchDraft } from "./batch-draft";

export type DesignFieldsProps = {
  draft: BatchDraft;
  onChange: (part: Partial<BatchDraft>) => void;
  problems: Record<string, string>;
};

const alphabetNames = Object.keys(alphabets) as AlphabetName[];

/** How the codes look: in parts, or as a pattern. */
export function DesignFields({ draft, onChange, problems }: DesignFieldsProps) {
  const t = useTranslations("batches.new");
  const errorOf = (field: string) => {
    const error = problems[field];
    return error === undefined ? {} : { error };
  };
  return (
    <>
      <SegmentedControl
        className="self-start"
        label={t("way")}
        value={draft.way}
        onValueChange={(way) => onChange({ way })}
        segments={[
          { value: "parts", label: t("parts") },
          { value: "pattern", label: t("pattern") },
        ]}
      />
      {draft.way === "pattern" ? (
        <Field
          label={t("pattern")}
          help={t("patternHelp")}
          {...errorOf(problems.pattern ? "pattern" : "length")}
        >
          <Input
            value={draft.pattern}
            spellCheck={false}
            className="font-mono"
            maxLength={2 * codeCharsMax}
            onChange={(event) => onChange({ pattern: event.target.value })}
          />
        </Field>
      ) : (
        <PartFields draft={draft} onChange={onChange} errorOf={errorOf} />
      )}
      <Field label={t("alphabet")} help={t("alphabetHelp")} {...errorOf("alphabet")}>
        <Select<AlphabetName>
          value={draft.alphabet}
          onValueChange={(alphabet) => onChange({ alphabet })}
          options={alphabetNames.map((value) => ({ value, label: t(`alphabets.${value}`) }))}
        />
      </Field>
      <Checkbox
        label={t("checkLetter")}
        description={draft.alphabet === "all" ? t("checkLetterHelp") : t("checkLetterNeedsAll")}
        checked={draft.hasCheckLetter && draft.alphabet === "all"}
        disabled={draft.alphabet !== "all"}
        onCheckedChange={(hasCheckLetter) => onChange({ hasCheckLetter })}
      />
    </>
  );
}

type PartFieldsProps = Omit<DesignFieldsProps, "problems"> & {
  errorOf: (field: string) => { error?: string };
};

function PartFields({ draft, onChange, errorOf }: PartFieldsProps) {
  const t = useTranslations("batches.new");
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label={t("prefix")} optional {...errorOf("prefix")}>
        <Input
          value={draft.prefix}
          spellCheck={false}
          placeholder="BAHAR-"
          className="font-mono"
          maxLength={codeCharsMax}
          onChange={(event) => onChange({ prefix: event.target.value })}
        />
      </Field>
      <Field label={t("suffix")} optional {...errorOf("suffix")}>
        <Input
          value={draft.suffix}
          spellCheck={false}
          placeholder="-TR"
          className="font-mono"
          maxLength={codeCharsMax}
          onChange={(event) => onChange({ suffix: event.target.value })}
        />
      </Field>
      <Field label={t("length")} {...errorOf("length")}>
        <NumberField
          value={draft.length}
          min={1}
          max={randomLettersMax}
          onValueChange={(length) => onChange({ length: length ?? 1 })}
        />
      </Field>
      <Field label={t("groupSize")} help={t("groupSizeHelp")} {...errorOf("group_size")}>
        <NumberField
          value={draft.groupSize}
          min={0}
          max={codeCharsMax}
          onValueChange={(groupSize) => onChange({ groupSize: groupSize ?? 0 })}
        />
      </Field>
    </div>
  );
}
