import { randomId } from "@/lib/browser/random-id";
import type { Channel } from "@/lib/domain/channels/channel";
import { toInstant, toWallTime, type WallTime } from "@/lib/domain/timing/zone-clock";
import type { AutomationTest } from "../api";
import type { TestBody } from "./use-test-acts";

type Scenario = AutomationTest["scenario"];
type Trait = string | number | boolean;

/** Rows have an identity while they are edited. */
type Row<T> = T & { key: string };

export type EventRow = Row<{
  atMinutes: number;
  name: string;
  properties: Record<string, unknown> | undefined;
}>;
export type ExpectedRow = Row<{ atMinutes: number; stepId: string }>;
export type TraitRow = Row<{ field: string; value: Trait }>;

export type ScenarioDraft = {
  name: string;
  timeZone: string;
  birthDate: string;
  couponEndsOn: string;
  membershipEndsOn: string;
  channels: Channel[];
  refusedChannels: Channel[];
  traits: TraitRow[];
  start: WallTime;
  events: EventRow[];
  expected: ExpectedRow[];
};

export const newRow = <T extends object>(fields: T): Row<T> => ({ ...fields, key: randomId() });

export function scenarioDraftOf(test: Pick<AutomationTest, "name" | "scenario">): ScenarioDraft {
  const { person, startsAt, events, expected } = test.scenario;
  return {
    name: test.name,
    timeZone: person.timeZone,
    birthDate: person.birthDate ?? "",
    couponEndsOn: person.couponEndsOn ?? "",
    membershipEndsOn: person.membershipEndsOn ?? "",
    channels: person.channels,
    refusedChannels: person.refusedChannels,
    traits: Object.entries(person.traits).map(([field, value]) => newRow({ field, value })),
    start: toWallTime(new Date(startsAt), person.timeZone),
    events: events.map((event) => newRow(event)),
    expected: expected.map((moment) => newRow(moment)),
  };
}

export function newScenarioDraft(timeZone: string, name: string): ScenarioDraft {
  const { date } = toWallTime(new Date(), timeZone);
  return {
    name,
    timeZone,
    birthDate: "",
    couponEndsOn: "",
    membershipEndsOn: "",
    channels: ["app_push", "email", "sms"],
    refusedChannels: [],
    traits: [],
    start: { date, time: "10:00" },
    events: [],
    expected: [],
  };
}

export type DraftProblem = "name" | "start" | "event" | "properties" | "trait";

/** The first thing that has to be put right before it can be stored. */
export function findDraftProblem(draft: ScenarioDraft): DraftProblem | undefined {
  if (draft.name.trim() === "") return "name";
  if (draft.start.date === "" || draft.start.time === "") return "start";
  if (draft.events.some(({ name }) => name === "")) return "event";
  if (draft.events.some(({ properties }) => properties === undefined)) return "properties";
  return draft.traits.some(({ field }) => field === "") ? "trait" : undefined;
}

export function testBodyOf(draft: ScenarioDraft): TestBody {
  const startsAt = toInstant(draft.start, draft.timeZone) ?? new Date();
  const byTime = <T extends { atMinutes: number }>(rows: readonly T[]) =>
    rows.toSorted((left, right) => left.atMinutes - right.atMinutes);
  const scenario: Scenario = {
    person: {
      timeZone: draft.timeZone,
      birthDate: draft.birthDate === "" ? null : draft.birthDate,
      couponEndsOn: draft.couponEndsOn === "" ? null : draft.couponEndsOn,
      membershipEndsOn: draft.membershipEndsOn === "" ? null : draft.membershipEndsOn,
      traits: Object.fromEntries(draft.traits.map(({ field, value }) => [field, value])),
      channels: draft.channels,
      refusedChannels: draft.refusedChannels,
    },
    startsAt: startsAt.toISOString(),
    events: byTime(draft.events).map(({ atMinutes, name, properties = {} }) => ({
      atMinutes,
      name,
      properties,
    })),
    expected: byTime(draft.expected).map(({ atMinutes, stepId }) => ({ atMinutes, stepId })),
  };
  return { name: draft.name.trim(), scenario };
}
