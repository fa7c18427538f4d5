import { describe, expect, it } from "vitest";
import { queueByPriority } from "../testing/scenarios";
import { useWorkflows } from "../testing/workflows";

describe("flow control", () => {
  const workflows = useWorkflows();
  type Client = Parameters<Parameters<typeof workflows.start>[0]>[0];
  type Options = Omit<Parameters<Client["createFunction"]>[0], "id" | "triggers">;

  /** Notes when each run of it began, by what its event says. */
  async function startNoting(options: Options): Promise<{ n: unknown; at: number }[]> {
    const begun: { n: unknown; at: number }[] = [];
    await workflows.start((client) => [
      client.createFunction(
        { id: "notes", triggers: [{ event: "f/came" }], ...options },
        async ({ event, step }) => {
          await step.run("note", () => begun.push({ n: event.data.n, at: Date.now() }));
          if (event.data.seconds) await step.sleep("pause", `${event.data.seconds}s`);
          return event.data.n;
        },
      ),
      client.createFunction({ id: "all", triggers: [{ event: "f/came" }] }, () => 1),
    ]);
    return begun;
  }

  const send = (...data: Record<string, unknown>[]) =>
    workflows.send(...data.map((one) => ({ name: "f/came", data: one })));
  /** One after the other has been taken in: who comes first of those that are sent together is not promised. */
  const sendInTurn = async (...data: Record<string, unknown>[]) => {
    for (const [position, one] of data.entries()) {
      await send(one);
      await workflows.ended("all", position + 1);
    }
  };
  const numbers = (begun: { n: unknown }[]) => begun.map(({ n }) => n);

  describe("debounce", () => {
    it("of events in quick succession only the newest starts a run", async () => {
      const begun = await startNoting({ debounce: { period: "2s" } });
      await send({ n: 1 });
      await send({ n: 2 }, { n: 3 });
      await workflows.ended("notes");
      await workflows.ended("all", 3);
      expect(numbers(begun)).toEqual([3]);
    });

    it("keys are held back apart", async () => {
      const begun = await startNoting({ debounce: { period: "2s", key: "event.data.cart" } });
      await send({ n: 1, cart: "a" }, { n: 2, cart: "b" }, { n: 3, cart: "a" });
      await workflows.ended("notes", 2);
      expect(numbers(begun).sort()).toEqual([2, 3]);
    });

    it("with a timeout a run starts although events keep coming", async () => {
      const begun = await startNoting({ debounce: { period: "3s", timeout: "5s" } });
      let n = 0;
      await expect
        .poll(
          async () => {
            n += 1;
            await send({ n });
            return begun.length;
          },
          { timeout: 60_000, interval: 1_500 },
        )
        .toBeGreaterThan(0);
      expect(n).toBeGreaterThan(2);
    });

    it("after the quiet the next event starts the next run", async () => {
      const begun = await startNoting({ debounce: { period: "1s" } });
      await send({ n: 1 });
      await workflows.ended("notes");
      await send({ n: 2 });
      await workflows.ended("notes", 2);
      expect(numbers(begun)).toEqual([1, 2]);
    });
  });

  describe("throttle", () => {
    it("excess runs wait for their turn, in order", async () => {
      const begun = await startNoting({ throttle: { limit: 1, period: "2s" } });
      await sendInTurn({ n: 1 }, { n: 2 }, { n: 3 });
      await workflows.ended("notes", 3);
      expect(numbers(begun)).toEqual([1, 2, 3]);
      const [first, , last] = begun;
      expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(3_000);
    });

    it("keys are paced apart", async () => {
      const begun = await startNoting({ throttle: { limit: 1, period: "1h", key: "event.data.shop" } });
      await sendInTurn({ n: 1, shop: "a" }, { n: 2, shop: "b" }, { n: 3, shop: "a" });
      await workflows.ended("notes", 2);
      expect(numbers(begun).sort()).toEqual([1, 2]);
    });

    it("a burst starts at once", async () => {
      const begun = await startNoting({ throttle: { limit: 1, period: "1h", burst: 2 } });
      await send({ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 });
      await workflows.ended("all", 4);
      await expect.poll(() => begun.length).toBeGreaterThanOrEqual(2);
      expect(begun.length).toBeLessThan(4);
    });
  });

  describe("rateLimit", () => {
    it("excess events start nothing, now or later", async () => {
      const begun = await startNoting({ rateLimit: { limit: 1, period: "1h" } });
      await send({ n: 1 });
      await workflows.ended("notes");
      await send({ n: 2 }, { n: 3 });
      await workflows.ended("all", 3);
      expect(numbers(begun)).toEqual([1]);
    });

    it("keys are counted apart", async () => {
      const begun = await startNoting({ rateLimit: { limit: 1, period: "1h", key: "event.data.shop" } });
      await sendInTurn({ n: 1, shop: "a" }, { n: 2, shop: "b" }, { n: 3, shop: "a" });
      await workflows.ended("notes", 2);
      expect(numbers(begun).sort()).toEqual([1, 2]);
    });

    it("after the period an event counts again", async () => {
      const begun = await startNoting({ rateLimit: { limit: 1, period: "3s" } });
      await expect
        .poll(
          async () => {
            await send({ n: 1 });
            return begun.length;
          },
          { timeout: 30_000, interval: 300 },
        )
        .toBeGreaterThan(1);
      const [first, second] = begun;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1_800);
    });
  });

  describe("idempotency", () => {
    it("the same key runs once", async () => {
      const begun = await startNoting({ idempotency: "event.data.order" });
      await sendInTurn({ n: 1, order: "o-1" }, { n: 2, order: "o-1" }, { n: 3, order: "o-2" });
      await workflows.ended("notes", 2);
      expect(numbers(begun).sort()).toEqual([1, 3]);
    });

    it("of events of one key that come together one runs", async () => {
      const begun = await startNoting({ idempotency: "event.data.order" });
      await send(...[1, 2, 3, 4].map((n) => ({ n, order: "o-1" })));
      await workflows.ended("all", 4);
      await workflows.ended("notes");
      expect(begun).toHaveLength(1);
    });
  });

  describe("singleton", () => {
    it("skip: while a run of the key is active no other starts", async () => {
      const begun = await startNoting({ singleton: { mode: "skip", key: "event.data.user" } });
      await send({ n: 1, user: "a", seconds: 2 });
      await expect.poll(() => begun.length).toBe(1);
      await send({ n: 2, user: "a" }, { n: 3, user: "b" });
      await workflows.ended("notes", 2);
      await send({ n: 4, user: "a" });
      await workflows.ended("notes", 3);
      expect(numbers(begun)).toEqual([1, 3, 4]);
    });

    it("cancel: a new run takes the place of the active one", async () => {
      const begun = await startNoting({ singleton: { mode: "cancel", key: "event.data.user" } });
      await send({ n: 1, user: "a", seconds: 3_600 });
      await expect.poll(() => begun.length).toBe(1);
      await send({ n: 2, user: "a" });
      const runs = await workflows.ended("notes", 2);
      expect(runs.map((run) => run.status)).toEqual(["cancelled", "completed"]);
    });
  });

  describe("timeouts", () => {
    it("start: a run that cannot start in time is cancelled", async () => {
      const begun = await startNoting({
        timeouts: { start: "2s" },
        throttle: { limit: 1, period: "6s" },
      });
      await sendInTurn({ n: 1 }, { n: 2 }, { n: 3 });
      let n = 3;
      await expect
        .poll(
          async () => {
            await send({ n: ++n });
            return begun.length;
          },
          { timeout: 60_000, interval: 1_000 },
        )
        .toBeGreaterThan(1);
      expect(begun[0]?.n).toBe(1);
      expect(Number(begun[1]?.n)).toBeGreaterThan(3);
    });

    it("finish: a run that takes too long is cancelled before its next step", async () => {
      await startNoting({ timeouts: { finish: "1s" } });
      await send({ n: 1, seconds: 3_600 });
      expect((await workflows.ended("notes"))[0]?.status).toBe("cancelled");
    });

    it("finish: the time waiting to start does not count", async () => {
      await startNoting({ timeouts: { finish: "2s" }, throttle: { limit: 1, period: "3s" } });
      await send({ n: 1 }, { n: 2 });
      const runs = await workflows.ended("notes", 2);
      expect(runs.map((run) => run.status)).toEqual(["completed", "completed"]);
    });
  });

  it("priority: of waiting runs the most urgent is next", async () => {
    const priority = "event.data.plan == 'gold' ? 300 : event.data.plan == 'silver' ? 60 : 10";
    const waiting = [{}, { plan: "gold" }, { plan: "silver" }];
    expect(await queueByPriority(workflows, priority, waiting)).toEqual([1, 2, 0]);
  });
});
