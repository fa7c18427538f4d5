"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Input } from "@/components/ui/forms/input";
import { useSettled } from "@/lib/browser/use-settled";

export type TableSearchProps = { value: string; onChange: (text: string) => void; placeholder?: string };

export function TableSearch({ value, onChange, placeholder }: TableSearchProps) {
  const t = useTranslations("ui.table");
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const settled = useSettled(text);
  if (value !== seen) {
    setSeen(value);
    if (value !== text.trim()) setText(value);
  }

  const search = useEffectEvent(onChange);
  useEffect(() => {
    if (settled === text && text.trim() !== value) search(text);
  }, [settled, text, value]);

  return (
    <Input
      type="search"
      data-search-input
      aria-label={placeholder ?? t("search")}
      placeholder={placeholder ?? t("searchPlaceholder")}
      prefix={<Search aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      className="sm:w-60"
    />
  );
}
