import type { AudienceCondition, AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { DocumentTargeting } from "../notification-document";
import {
  parseCountries,
  parseLastActivity,
  parsePurchases,
  purchasesField,
  toCountries,
  toLastActivity,
  toPurchases,
} from "./targeting-words";

export type AudienceWords = {
  segments?: string[] | undefined;
  targeting_rules?: DocumentTargeting | undefined;
};

/** Segments name tags, any of which will do; every rule must hold besides. */
export function toFilter({ segments = [], targeting_rules: rules = {} }: AudienceWords): AudienceFilter {
  const tags = [...new Set(segments)].map(hasTag);
  const [only] = tags;
  const conditions: (AudienceFilter | undefined)[] = [
    tags.length > 1 ? { or: tags } : only,
    rules.country === undefined ? undefined : parseCountries(rules.country),
    rules.last_activity === undefined ? undefined : parseLastActivity(rules.last_activity),
    rules.purchase_history === undefined ? undefined : parsePurchases(rules.purchase_history),
  ];
  return { and: conditions.filter((one) => one !== undefined) };
}

const hasTag = (value: string): AudienceCondition => ({ field: "tags", operator: "contains", value });

const tellers: Record<string, { rule: keyof DocumentTargeting; tell: typeof toCountries }> = {
  country: { rule: "country", tell: toCountries },
  last_active_at: { rule: "last_activity", tell: toLastActivity },
  [purchasesField]: { rule: "purchase_history", tell: toPurchases },
};

/** The filter in the document's words; undefined where it has none for it. */
export function toAudienceWords(filter: AudienceFilter): AudienceWords | undefined {
  const rules: DocumentTargeting = {};
  let segments: string[] | undefined;
  for (const part of partsOf(filter)) {
    const tags = tagsOf(part);
    if (tags) {
      if (segments) return undefined;
      segments = tags;
      continue;
    }
    if (!("field" in part)) return undefined;
    const teller = tellers[part.field];
    const said = teller?.tell(part);
    if (!teller || said === undefined || rules[teller.rule] !== undefined) return undefined;
    rules[teller.rule] = said;
  }
  return {
    ...(segments && { segments }),
    ...(Object.keys(rules).length > 0 && { targeting_rules: rules }),
  };
}

function partsOf(filter: AudienceFilter): AudienceFilter[] {
  if ("and" in filter) return filter.and.flatMap(partsOf);
  return "or" in filter && filter.or.length === 1 ? filter.or.flatMap(partsOf) : [filter];
}

function tagsOf(filter: AudienceFilter): string[] | undefined {
  if ("or" in filter) {
    const lists = filter.or.map(tagsOf);
    return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  }
  if (!("field" in filter) || filter.field !== "tags" || filter.operator !== "contains") return undefined;
  return typeof filter.value === "string" ? [filter.value] : undefined;
}
