import { expect, test } from "vitest";
import { findDraftProblem, newRow, newScenarioDraft, scenarioDraftOf, testBodyOf } from "./scenario-draft";

const draft = {
  ...newScenarioDraft("Europe/Istanbul", "Cart"),
  start: { date: "2026-12-01", time: "10:00" },
  traits: [newRow({ field: "country", value: "TR" })],
  events: [
    newRow({ atMinutes: 60, name: "order_completed", properties: { total: 5 } }),
    newRow({ atMinutes: 0, name: "cart_updated", properties: {} }),
  ],
};

test("a scenario comes back from the API as it was written, its events in the order of time", () => {
  const { name, scenario } = testBodyOf(draft);
  expect(scenario.startsAt).toBe("2026-12-01T07:00:00.000Z");
  expect(scenario.events.map(({ name: event }) => event)).toEqual(["cart_updated", "order_completed"]);
  expect(testBodyOf(scenarioDraftOf({ name, scenario }))).toEqual({ name, scenario });
});

test("what is missing is named before it is stored", () => {
  expect(findDraftProblem(draft)).toBeUndefined();
  expect(findDraftProblem({ ...draft, name: " " })).toBe("name");
  expect(findDraftProblem({ ...draft, start: { date: "", time: "" } })).toBe("start");
  const event = newRow({ atMinutes: 0, name: "", properties: {} });
  expect(findDraftProblem({ ...draft, events: [event] })).toBe("event");
  expect(findDraftProblem({ ...draft, events: [{ ...event, name: "a", properties: undefined }] })).toBe(
    "properties",
  );
});
