import type { OfferDraft } from "./offer-draft";

/** What each section of the form reads and changes. */
export type SectionProps = {
  draft: OfferDraft;
  set: (change: Partial<OfferDraft>) => void;
  /** For `Field`, by the name on the wire. */
  error: (pointer: string) => { error?: string };
};
