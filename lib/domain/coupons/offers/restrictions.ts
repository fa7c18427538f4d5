import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { definedOf } from "../changed-fields";

export const userTypes = ["new", "existing"] as const;

export type UserType = (typeof userTypes)[number];

/** Who may redeem an offer, and with what in the basket. Absent = no such rule. */
export type Restrictions = {
  version: 1;
  /** `company.com`, or `*.company.com` for every name below it; of the contact's e-mail address. */
  domains?: string[];
  /** `new`: nobody who ever redeemed or ordered. */
  userTypes?: UserType[];
  accountAgeDaysMin?: number;
  firstPurchaseOnly?: boolean;
  /** Only contacts in this audience. */
  segment?: AudienceFilter;
  /** In minor units of the offer's currency. */
  orderMinorMin?: number;
  /** Only whom a code was given to. */
  holderOnly?: boolean;
};

export type RestrictionsInput = {
  [Key in Exclude<keyof Restrictions, "version">]?: Restrictions[Key] | undefined;
};

/** Switches that are off are rules that are not there. */
export const toRestrictions = (input: RestrictionsInput): Restrictions =>
  definedOf({
    ...input,
    version: 1 as const,
    firstPurchaseOnly: input.firstPurchaseOnly || undefined,
    holderOnly: input.holderOnly || undefined,
  }) as Restrictions;
