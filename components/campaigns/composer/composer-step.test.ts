import { expect, it } from "vitest";
import { blockedSteps, type ComposerStep, tickedSteps } from "./composer-step";

const complete = { content: true, audience: true, schedule: true };
const undecided = { content: false, audience: false, schedule: false };

const ticked = (
  visited: ComposerStep[],
  { done = complete, decided = undecided }: { done?: typeof complete; decided?: typeof undecided } = {},
) =>
  Object.entries(tickedSteps(done, decided, new Set(visited)))
    .filter(([, isTicked]) => isTicked)
    .map(([step]) => step);

it("ticks no step that was only left as it began", () => {
  expect(ticked([])).toEqual([]);
  expect(ticked(["content"])).toEqual(["content"]);
});

it("ticks what was decided before, without a visit", () => {
  expect(ticked(["content"], { decided: { ...undecided, audience: true } })).toEqual(["content", "audience"]);
});

it("ticks everything once the review has shown it", () => {
  expect(ticked(["review"])).toEqual(["content", "audience", "schedule", "review"]);
});

it("ticks nothing incomplete, nor the review of it", () => {
  expect(ticked(["content", "review"], { done: { ...complete, content: false } })).toEqual([
    "audience",
    "schedule",
  ]);
});

it("ticks no step where something blocks the sending, whatever else is only worth a look", () => {
  const problems = [
    { field: "body", code: "liquid_unclosed", severity: "blocking" },
    { field: "audience", code: "nobody_reachable", severity: "blocking" },
    { field: "scheduled_at", code: "long", severity: "warning" },
  ] as const;
  expect([...blockedSteps(problems)]).toEqual(["content", "audience"]);
});
