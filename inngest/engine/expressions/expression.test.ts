import { describe, expect, it } from "vitest";
import { toCondition } from "./condition";
import { holds, parseEventExpression, parseExpression } from "./expression";
import { keyOf } from "./key-value";

const event = {
  name: "a",
  ts: 5,
  data: { n: 5, f: 1.5, s: "x", none: null, list: [1, 2], deep: { k: "v" } },
};
const parsed = (source: string) => parseExpression(source) ?? expect.fail(`${source} is no expression`);

describe("expressions", () => {
  it.each([
    ["event.data.n + 1 == 6", true],
    ["event.data.n * 2 > 9.5", true],
    ["event.data.n % 4 == 1", true],
    ["event.data.n == 5.0", true],
    ["event.data.s + event.data.n == 'x5'", true],
    ["event.data.gone == null", true],
    ["event.data.gone.deeper == null", true],
    ["event.data.gone == 'x'", false],
    ["event.data.none", false],
    ["event.data.s && event.data.n", true],
    ["!event.data.gone", false],
    ["!event.data.n", false],
    ["!has(event.data.gone)", true],
    ["!(event.data.s && event.data.gone)", false],
    ["!(event.data.n == 5 && event.data.f == 2)", true],
    ["event.data.gone > 3", false],
    ["!(event.data.gone > 3)", true],
    ["event.data.gone <= 3", true],
    ["event.data.none < 3", true],
    ["3 > event.data.gone.deeper", true],
    ["3 <= event.data.gone", false],
    ["event.data.s > 3", false],
    ["event.data.gone >= event.data.none", false],
    ["event.data.gone > 3 || event.data.n == 5", true],
    ["event.data.n == 5 || event.data.gone > 3", true],
    ["event.data.gone > 3 && event.data.n == 5", false],
    ["has(event.data.none)", true],
    ["has(event.data.gone)", false],
    ["event.data['deep']['k'] == 'v'", true],
    ["event.data.list.exists(x, x == 2)", true],
    ["size(event.data.list) == 2", true],
    ["event.data.n in [4, 5]", true],
    ["lowercase('ABC') == 'abc'", true],
    ["date('2026-01-01T00:00:00Z') < date('2026-01-02T00:00:00Z')", true],
    ["event.data.n > 3 ? event.data.f == 1.5 : false", true],
  ])("%s is %s", (source, expected) => {
    expect(holds(parsed(source), { event })).toBe(expected);
  });

  it("is nothing where it cannot be read or calls what does not exist", () => {
    for (const source of ["event.data.", "event.data.n ==", "sha256(event.data.s)", ""])
      expect(parseExpression(source)).toBeUndefined();
  });

  it("is nothing where it names what is neither the event nor bound by a macro", () => {
    for (const source of [
      "evnt.data.total < 100",
      "event.data.n == 5 && evnt['data'].n < 3",
      "has(evnt.data.n)",
      "event.data.list.exists(x, y == 2)",
      "event.data.list.exists(x, x == 2) && x == 2",
    ])
      expect(parseExpression(source)).toBeUndefined();
    expect(holds(parsed("event.data.list.all(x, type(x) == int && x > 0)"), { event })).toBe(true);
  });

  it("of one event names no awaited one", () => {
    expect(parseEventExpression("async.data.n < 3")).toBeUndefined();
    expect(parseEventExpression("event.data.n + async.data.n")).toBeUndefined();
    expect(parseEventExpression("event.data.async < 3")).toBeDefined();
    expect(parseExpression("async.data.n < 3")).toBeDefined();
  });

  it("makes keys that differ as their values do, whatever their length", () => {
    expect(keyOf(parsed("event.data.s + '-' + event.data.n"), event)).toBe("x-5");
    expect(keyOf(parsed("event.data.gone"), event)).toBe("null");
    expect(keyOf(parsed("event.data.gone + event.data.none"), event)).toBe("null");
    const long = (tail: string) => keyOf(parsed("event.data.s"), { data: { s: "y".repeat(5_000) + tail } });
    expect(long("a")).not.toBe(long("b"));
    expect(long("a").length).toBeLessThan(300);
    expect(keyOf(parsed("event.data.s"), { data: { s: "nul\0" } })).toBe("nul\uFFFD");
  });
});

describe("conditions", () => {
  it("leave an index what is left of an equality", () => {
    const match = { path: "data.n", value: "5" };
    expect(toCondition("event.data.n == async.data.n", event)).toEqual({ match });
    expect(toCondition("async.data.n == 5", event)).toEqual({ match });
    expect(toCondition("5.0 == async.data.n", event)).toEqual({ match });
    expect(toCondition("async.data['n'] == event.data.n", event)).toEqual({ match });
    expect(toCondition("async.name == 'b'", event)).toEqual({ match: { path: "name", value: '"b"' } });
    expect(toCondition("async.data.x == event.data.gone", event)).toEqual({
      match: { path: "data.x", value: "null" },
    });
  });

  it("keep the expression beside the index where more must hold", () => {
    const source = "async.data.total > 3 && event.data.n == async.data.n";
    expect(toCondition(source, event)).toEqual({ match: { path: "data.n", value: "5" }, expression: source });
  });

  it("are evaluated where no index can compare", () => {
    for (const source of [
      "async.data.n > 3",
      "async.data.n == 5 || async.data.n == 6",
      "async.data.list == event.data.list",
      "async.data['a.b'] == 5",
      "event.data.n == 5",
    ])
      expect(toCondition(source, event)).toEqual({ expression: source });
  });

  it("are none where nothing is asked, and invalid where nothing can be understood", () => {
    expect(toCondition(undefined, event)).toEqual({});
    expect(toCondition("async.data.", event)).toBeUndefined();
  });
});
