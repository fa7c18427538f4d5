import { expect, test } from "vitest";
import { type Definition, emptyDefinition, type Step } from "@/lib/domain/automations/definition";
import { newStep } from "../editor/change-steps";
import { findDifferences, findMessageDifferences } from "./find-differences";

const wait = (id: string, minutes = 60): Step => ({ id, kind: "wait", minutes });
const withSteps = (...steps: Step[]): Definition => ({ ...emptyDefinition, steps });

test("the same definition has none, in whichever order its keys come back", () => {
  const { trigger, audience, reentry, steps, exits } = withSteps(wait("a"));
  expect(findDifferences(withSteps(wait("a")), { exits, steps, reentry, audience, trigger })).toEqual([]);
});

test("a step that was put in moves none of the others", () => {
  const found = findDifferences(withSteps(wait("a"), wait("b")), withSteps(wait("n"), wait("a"), wait("b")));
  expect(found).toMatchObject([{ kind: "added", number: 1 }]);
});

test("a step that went is told by the place it had", () => {
  const found = findDifferences(withSteps(wait("a"), wait("b")), withSteps(wait("b")));
  expect(found).toMatchObject([{ kind: "removed", number: 1 }]);
});

test("steps that changed places are moved, and may be changed besides", () => {
  const found = findDifferences(withSteps(wait("a"), wait("b")), withSteps(wait("b", 5), wait("a")));
  expect(found.map(({ kind }) => kind)).toEqual(["moved", "changed", "moved"]);
});

test("parts come in the order of the screen", () => {
  const after: Definition = {
    ...withSteps(wait("a")),
    exits: [{ kind: "unsubscribed" }],
    trigger: { kind: "inactive", days: 30 },
  };
  expect(findDifferences(withSteps(), after).map(({ kind }) => kind)).toEqual(["trigger", "added", "exits"]);
});

test("of a message the parts are named", () => {
  const before = newStep("message", "tr");
  if (before.kind !== "message") throw new Error("It is a message.");
  const after: Step = { ...before, channels: ["sms"], isBestTime: true };
  expect(findMessageDifferences(before, after)).toEqual(["channels", "delivery"]);
});
