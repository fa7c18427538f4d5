import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { raceMany } from "../../testing/scenarios";
import { useEngine } from "../../testing/use-engine";

describe("group.parallel in race mode, beyond what every server promises", () => {
  const workflows = useEngine(useTestDatabase());

  it("what follows many racing steps that end together runs once too", async () => {
    const { calls } = await raceMany(workflows, ["after", "last"]);
    expect(calls).toHaveLength(80);
  });
});
