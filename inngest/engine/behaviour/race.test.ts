import { describe, expect, it } from "vitest";
import { raceMany } from "../testing/scenarios";
import { useWorkflows } from "../testing/workflows";

describe("group.parallel in race mode", () => {
  const workflows = useWorkflows();

  it("the function goes on with the first step that ends, and no step runs twice", async () => {
    const calls: string[] = [];
    const mayEnd = Promise.withResolvers<void>();
    await workflows.start((client) => [
      client.createFunction({ id: "races", triggers: [{ event: "r/started" }] }, async ({ step, group }) => {
        const winner = await group.parallel({ mode: "race" }, () =>
          Promise.race([
            step.run("slow", async () => {
              calls.push("slow");
              await mayEnd.promise;
              return "slow";
            }),
            step.run("quick", () => {
              calls.push("quick");
              return "quick";
            }),
          ]),
        );
        return step.run("after", () => {
          calls.push(`after ${winner}`);
          return winner;
        });
      }),
    ]);
    await workflows.send({ name: "r/started" });
    await expect.poll(() => calls).toContain("after quick");
    mayEnd.resolve();
    expect((await workflows.ended("races"))[0]).toMatchObject({ status: "completed", output: "quick" });
    expect([...calls].sort()).toEqual(["after quick", "quick", "slow"]);
  });

  it("a sleep can win against an event that never comes", async () => {
    await workflows.start((client) => [
      client.createFunction({ id: "races", triggers: [{ event: "r/started" }] }, async ({ step, group }) => {
        const winner = await group.parallel({ mode: "race" }, () =>
          Promise.race([
            step.waitForEvent("answer", { event: "r/answered", timeout: "4s" }).then(() => "answer"),
            step.sleep("pause", "1s").then(() => "pause"),
          ]),
        );
        return step.run("after", () => winner);
      }),
    ]);
    await workflows.send({ name: "r/started" });
    expect((await workflows.ended("races"))[0]?.output).toBe("pause");
  });

  it("steps that follow in one branch run on while the other branch is still at its first", async () => {
    const calls: string[] = [];
    const mayEnd = Promise.withResolvers<void>();
    await workflows.start((client) => [
      client.createFunction({ id: "races", triggers: [{ event: "r/started" }] }, ({ step, group }) =>
        group.parallel({ mode: "race" }, () =>
          Promise.race([
            step.run("a", async () => {
              await mayEnd.promise;
              return "a";
            }),
            (async () => {
              for (const name of ["b1", "b2", "b3"]) await step.run(name, () => calls.push(name));
              return "b";
            })(),
          ]),
        ),
      ),
    ]);
    await workflows.send({ name: "r/started" });
    await expect.poll(() => calls).toEqual(["b1", "b2", "b3"]);
    mayEnd.resolve();
    expect((await workflows.ended("races"))[0]?.status).toBe("completed");
    expect(calls).toEqual(["b1", "b2", "b3"]);
  });

  it("many racing steps that end together run once each", async () => {
    const { racing, calls } = await raceMany(workflows, ["after"]);
    expect(racing.toSorted()).toEqual(
      [..."abcdef"].flatMap((name) => Array.from({ length: 10 }, () => name)),
    );
    expect(calls.length).toBeGreaterThanOrEqual(70);
  });
});
