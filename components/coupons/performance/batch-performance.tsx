"use client";

import { NarrowedPerformance } from "./narrowed-performance";

/** What the codes of a batch brought, for its page. */
export const BatchPerformance = ({ batchId }: { batchId: string }) => (
  <NarrowedPerformance selection={{ batchId }} />
);
