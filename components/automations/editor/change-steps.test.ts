import { expect, test } from "vitest";
import { wireId } from "@/lib/contracts/wire/ids";
import type { Step } from "@/lib/domain/automations/definition";
import { changeStep, duplicateStep, insertStep, moveStep, newStep, removeStep } from "./change-steps";

const wait = (id: string, minutes = 60): Step => ({ id, kind: "wait", minutes });
const steps = [wait("a"), wait("b"), wait("c")];
const idsOf = (list: readonly Step[]) => list.map(({ id }) => id).join("");

test("a step moves one place, and never past the ends", () => {
  expect(idsOf(moveStep(steps, "b", "up"))).toBe("bac");
  expect(idsOf(moveStep(steps, "b", "down"))).toBe("acb");
  expect(idsOf(moveStep(steps, "a", "up"))).toBe("abc");
  expect(idsOf(moveStep(steps, "c", "down"))).toBe("abc");
});

test("a removed step comes back to its place", () => {
  const without = removeStep(steps, "b");
  expect(idsOf(without)).toBe("ac");
  expect(insertStep(without, 1, wait("b"))).toEqual(steps);
});

test("a copy follows its original under an id of its own", () => {
  const { steps: doubled, copyId } = duplicateStep(steps, "a");
  expect(doubled).toHaveLength(4);
  expect(doubled[1]).toMatchObject({ id: copyId, minutes: 60 });
  expect(copyId).not.toBe("a");
});

test("only the changed step is another", () => {
  expect(changeStep(steps, "b", { minutes: 5 })[1]).toEqual(wait("b", 5));
  expect(changeStep(steps, "b", { minutes: 5 })[0]).toBe(steps[0]);
});

test.each(["wait", "wait_until", "condition", "message"] as const)(
  "a new %s has an id that the API takes",
  (kind) => {
    const id = wireId("step");
    expect(id.safeEncode(newStep(kind, "tr").id).success).toBe(true);
  },
);
