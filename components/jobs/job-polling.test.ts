import { expect, it } from "vitest";
import type { JobStatus } from "@/lib/domain/jobs/job";
import { newId } from "@/lib/platform/ids";
import { jobOptions } from "./api";

const pauseAt = (status: JobStatus): unknown => {
  const { refetchInterval } = jobOptions("acme", newId());
  if (typeof refetchInterval !== "function") return refetchInterval;
  return Reflect.apply(refetchInterval, undefined, [{ state: { data: { status } } }]);
};

it("asks often for a job that moves, seldom for one that is paused, and no more for one that has ended", () => {
  expect(pauseAt("queued")).toBe(1_000);
  expect(pauseAt("running")).toBe(1_000);
  expect(pauseAt("paused")).toBe(30_000);
  expect(pauseAt("completed")).toBe(false);
});
