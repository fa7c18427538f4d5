"use client";

import { CircleAlert, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Tabs } from "@/components/ui/navigation/tabs";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { useLanguageName } from "@/lib/browser/use-display-names";

/** Offered by name; any other tag can come in through the API. */
const offered = [
  "tr",
  "en",
  "de",
  "fr",
  "es",
  "it",
  "nl",
  "pt",
  "pl",
  "ru",
  "uk",
  "ar",
  "fa",
  "az",
  "el",
  "ja",
  "zh",
];

export type LanguageBarProps = {
  languages: readonly string[];
  value: string;
  onValueChange: (language: string) => void;
  onAdd: (language: string) => void;
  onRemove: (language: string) => void;
  /** Languages with errors. */
  broken: ReadonlySet<string>;
  disabled?: boolean | undefined;
};

export function LanguageBar(props: LanguageBarProps) {
  const { languages, value, onValueChange, onAdd, onRemove, broken, disabled } = props;
  const t = useTranslations("content.editor");
  const nameOf = useLanguageName();
  const rest = offered.filter((language) => !languages.includes(language));
  return (
    <div className="flex items-start gap-1">
      <Tabs
        label={t("languages")}
        tabs={languages.map((language) => ({
          value: language,
          label: broken.has(language) ? (
            <>
              {nameOf(language)}
              <CircleAlert aria-label={t("hasErrors")} className="text-danger" />
            </>
          ) : (
            nameOf(language)
          ),
        }))}
        value={value}
        onValueChange={onValueChange}
        className="min-w-0 flex-1"
      />
      {disabled ? null : (
        <>
          <Menu
            trigger={<IconButton icon={<Plus />} label={t("addLanguage")} />}
            className="max-h-80 overflow-y-auto"
          >
            {rest.map((language) => (
              <MenuItem key={language} onClick={() => onAdd(language)}>
                {nameOf(language)}
              </MenuItem>
            ))}
          </Menu>
          {languages.length > 1 ? (
            <IconButton
              icon={<Trash2 />}
              label={t("removeLanguage", { language: nameOf(value) })}
              onClick={() => onRemove(value)}
            />
          ) : null}
        </>
      )}
    </div>
  );
}
