import { useTranslations } from "next-intl";
import { variableNames } from "@/lib/domain/content/contact-variables";
import { splitAtLiquid } from "@/lib/domain/content/liquid/split-at-liquid";

/** A text of a message for people who look over it: conditions left out, what is filled in by its name in brackets. */
export function useLiquidWords(): (source: string) => string {
  const t = useTranslations("content.variables");
  const nameOf = (output: string): string => {
    const path = /^\{\{-?\s*([^|}]*?)\s*(?:\||-?\}\})/.exec(output)?.[1] ?? "";
    const known = variableNames.find((name) => name === path);
    return known ? t(known.replace(".", "_")) : path;
  };
  return (source) =>
    splitAtLiquid(source)
      .map((piece, index) => {
        if (index % 2 === 0) return piece;
        return piece.startsWith("{{") ? `[${nameOf(piece)}]` : "";
      })
      .join("");
}
