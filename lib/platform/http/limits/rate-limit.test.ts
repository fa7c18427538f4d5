import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import type { RateClass } from "../contract";
import { takeRequest } from "./rate-limit";

describe("the quota of one caller", () => {
  const database = useTestDatabase();

  const askAtOnce = async (count: number, rateClass: RateClass, caller: string) => {
    const asked = Array.from({ length: count }, () => takeRequest(database.sql, rateClass, caller));
    const answers = await Promise.allSettled(asked);
    return answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  };
  const leftOf = (headers: Record<string, string>) =>
    Number(/r=(\d+)/.exec(headers.ratelimit ?? "")?.[1] ?? Number.NaN);

  it("is spent by what was asked, however much of it at once", async () => {
    const first = await askAtOnce(500, "default", "busy");
    expect(first).toHaveLength(500);
    expect(Math.min(...first.map(leftOf))).toBeGreaterThanOrEqual(60_000 - 500);
    const next = await askAtOnce(500, "default", "busy");
    expect(next).toHaveLength(500);
    expect(Math.min(...next.map(leftOf))).toBeGreaterThanOrEqual(60_000 - 1_000);
  });

  it("of what may be guessed lets exactly its number through at once", async () => {
    expect(await askAtOnce(25, "guessable", "guesser")).toHaveLength(10);
    expect(await askAtOnce(1, "guessable", "guesser")).toHaveLength(0);
    expect(await askAtOnce(1, "guessable", "somebody else")).toHaveLength(1);
  });
});
