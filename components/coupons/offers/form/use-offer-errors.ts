import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldErrorsOf } from "@/lib/browser/field-errors";
import { findDraftProblems, isAsRefused, type OfferDraft } from "./offer-draft";

/** What is wrong with the fields since the last press, until each is put right. */
export function useOfferErrors(draft: OfferDraft, refusal: unknown) {
  const t = useTranslations("offers.form");
  /** Another object for each press. */
  const [tried, setTried] = useState<object | null>(null);
  const [sent, setSent] = useState<OfferDraft | null>(null);
  const own = Object.entries(findDraftProblems(draft)).map(([name, word]): [string, { detail: string }] => [
    name,
    { detail: t(word) },
  ]);
  const told = Object.entries(fieldErrorsOf(refusal));
  const standing = sent ? told.filter(([name]) => isAsRefused(name, sent, draft)) : [];
  const errors: Record<string, { detail: string }> = tried ? Object.fromEntries([...standing, ...own]) : {};
  const error = (pointer: string): { error?: string } => {
    const found =
      errors[pointer] ?? Object.entries(errors).find(([name]) => name.startsWith(`${pointer}.`))?.[1];
    return found ? { error: found.detail } : {};
  };
  return {
    errors,
    error,
    /** Fields: two lines of one are one. */
    count: new Set(Object.keys(errors).map((name) => name.replace(/\.\d.*$/, ""))).size,
    /** Whether the draft may be sent; from now on its errors are shown. */
    tryDraft: (): boolean => {
      setTried({});
      if (own.length > 0) return false;
      setSent(draft);
      return true;
    },
    tried,
  };
}
