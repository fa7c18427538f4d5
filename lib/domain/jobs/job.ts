import type { Permission } from "@/lib/domain/members/role";

export const jobKinds = [
  "contact_import",
  "contact_export",
  "contact_tagging",
  "contact_deletion",
  "redemption_export",
  "coupon_generation",
  "coupon_import",
  "coupon_change",
] as const;

export type JobKind = (typeof jobKinds)[number];

export const jobStatuses = ["queued", "running", "paused", "completed", "failed", "cancelled"] as const;

export type JobStatus = (typeof jobStatuses)[number];

export const jobActions = ["pause", "resume", "cancel"] as const;

export type JobAction = (typeof jobActions)[number];

const transitions: Record<JobAction, { from: readonly JobStatus[]; to: JobStatus }> = {
  pause: { from: ["queued", "running"], to: "paused" },
  resume: { from: ["paused"], to: "queued" },
  cancel: { from: ["queued", "running", "paused"], to: "cancelled" },
};

export const transitionOf = (action: JobAction) => transitions[action];

export const hasEnded = (status: JobStatus): boolean =>
  status === "completed" || status === "failed" || status === "cancelled";

/** What it takes to start, stop or read the files of a job of this kind. */
export const permissionOfJob: Record<JobKind, Permission> = {
  contact_import: "contacts.write",
  contact_export: "contacts.export",
  contact_tagging: "contacts.write",
  contact_deletion: "contacts.write",
  redemption_export: "coupons.export",
  coupon_generation: "coupons.write",
  coupon_import: "coupons.write",
  coupon_change: "coupons.write",
};

/** How long the files and refused rows of a job are kept after it was made. */
export const jobFilesKeptHours = 72;

type Progress = {
  done: number;
  failed: number;
  total: number | null;
  activeMillis: number;
  status: JobStatus;
};

/** Rows a second while it worked; absent before the first progress. */
export function rateOf(progress: Progress): number | null {
  if (progress.activeMillis < 1) return null;
  return Math.round(((progress.done + progress.failed) * 1_000) / progress.activeMillis);
}

/** Seconds left at the rate so far; absent when unknown or no longer a question. */
export function secondsLeftOf(progress: Progress): number | null {
  const rate = rateOf(progress);
  if (progress.status !== "running" || progress.total === null || !rate) return null;
  return Math.ceil(Math.max(0, progress.total - progress.done - progress.failed) / rate);
}
