import { z } from "zod";
import { defineEvent } from "./event";

/** Figures of a workspace's coupons are to be computed anew; `from` (ISO 8601): all hours since. */
export const performanceDue = defineEvent(
  "coupons/performance.due",
  z.object({ workspaceId: z.string(), from: z.iso.datetime().optional() }),
);
