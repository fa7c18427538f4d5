"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Input } from "@/components/ui/forms/input";

const pauseMs = 250;

export type TableSearchProps = { value: string; onChange: (text: string) => void; placeholder?: string };

export function TableSearch({ value, onChange, placeholder }: TableSearchProps) {
  const t = useTranslations("ui.table");
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== text.trim()) setText(value);
  }

  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);

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
