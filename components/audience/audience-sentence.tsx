"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type AudienceCondition, type AudienceFilter, isDay } from "@/lib/domain/audience/audience-filter";
import { valueKindOf } from "./audience-field";
import { type AudienceNode, toFilter, toRoot } from "./audience-node";
import { useAudienceWords } from "./use-audience-words";

/** The audience read aloud, for where it is looked at and not changed. */
export function AudienceSentence({ filter }: { filter: AudienceFilter }) {
  const t = useTranslations("audience");
  const conditions = useConditions();
  // Written anew, so that groups without conditions do not count.
  const root = toRoot(toFilter(toRoot(filter)));
  if (root.children.length === 0) return t("everyone");
  return t("sentence.people", { conditions: conditions(root) });
}

/** A group inside another stands in brackets. */
function useConditions(): (node: AudienceNode) => string {
  const t = useTranslations("audience.sentence");
  const format = useFormatter();
  const words = useConditionWords();
  const read = (node: AudienceNode, isInner: boolean): string => {
    if (node.kind === "condition") return words(node.condition);
    const { match, children } = node;
    const parts = children.map((child) => read(child, true));
    const isEvery = match === "all" || match === "not_all";
    const text = format.list(parts, { type: isEvery ? "conjunction" : "disjunction" });
    if (match === "none" || match === "not_all") return t(match, { conditions: text });
    return isInner && parts.length > 1 ? `(${text})` : text;
  };
  return (node) => read(node, false);
}

function useConditionWords(): (condition: AudienceCondition) => string {
  const t = useTranslations("audience.sentence");
  const { fieldName, operatorKey } = useAudienceWords();
  const valueWords = useValueWords();
  return (condition) => {
    const { field, operator } = condition;
    return t(operatorKey(field, operator), { field: fieldName(field), value: valueWords(condition) });
  };
}

function useValueWords(): (condition: AudienceCondition) => string {
  const t = useTranslations();
  const format = useFormatter();
  return ({ field, operator, value }) => {
    if (value === undefined) return "";
    if (Array.isArray(value)) return format.list(value.map(String), { type: "disjunction" });
    const kind = valueKindOf(field, operator);
    const key = kind === "channel" ? `content.channels.${value}` : `contacts.kinds.${value}`;
    if ((kind === "channel" || kind === "kind") && t.has(key)) return t(key);
    if (kind === "date") {
      const text = String(value);
      return format.dateTime(new Date(text), "date", isDay(text) ? { timeZone: "UTC" } : {});
    }
    return typeof value === "number" ? format.number(value) : String(value);
  };
}
