"use client";

import { NarrowedPerformance } from "./narrowed-performance";

/** What an offer brought, for its page. */
export const OfferPerformance = ({ offerId }: { offerId: string }) => (
  <NarrowedPerformance selection={{ offerId }} />
);
