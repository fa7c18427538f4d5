import type { couponBatches } from "@/db/schema/coupons/batches";

export type BatchRow = typeof couponBatches.$inferSelect;
