import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { define, Journey, say, wait } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { trackEvents } from "@/lib/domain/events/track-events";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { simulate } from "../../tests/simulate";

describe("many carts of one person", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let journey: Journey;
  let automation: string;
  const her = "many-ada";
  const cart = (n: number, items: object[] = [{ product_id: "p-1" }]) => ({ cart_id: `c-${n}`, items });
  const written = async () =>
    (await journey.sent(automation)).map(({ variables }) => (variables.cart as { cart_id: string }).cart_id);
  const reasons = async () => (await journey.ends(automation, her)).map(({ exitReason }) => exitReason);

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "many", "app_push", [{ name: "ada" }]);
  });
  beforeEach(async () => {
    journey = new Journey(mine, "2026-03-02T10:00:00Z");
    await mine.scope.sql`delete from events where workspace_id = ${mine.workspaceId}`;
    await mine.scope.sql`update automations set status = 'archived' where workspace_id = ${mine.workspaceId}`;
    automation = await journey.publish({ steps: [say("First")] });
  });

  /** With the key that stands in a page: all of them in one request. */
  const trackFromPage = async (name: string, carts: object[], minutesAgo = 0) => {
    const { scope, actor } = mine.ctx;
    const origins = ["https://shop.example.com"];
    const page = { kind: "api_key", id: actor.id, name: "Shop", scopes: ["events.track"], origins } as const;
    const occurredAt = journey.at(-minutesAgo);
    await trackEvents(new WorkspaceContext({ scope, actor: page, clock: () => journey.at(0) }), {
      events: carts.map((properties) => ({
        name,
        externalId: her,
        occurredAt,
        properties: { ...properties },
      })),
    });
    await mine.scope.sql`
      update events set received_at = ${journey.at(0)}
      where workspace_id = ${mine.workspaceId} and received_at > ${journey.at(7 * 24 * 60)}`;
  };
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

  it("that a page calls abandoned are waited for like those that it calls updated, and five are written about", async () => {
    await trackFromPage(
      "cart_abandoned",
      numbers(30).map((n) => cart(n)),
    );
    await journey.pass(59);
    expect(await written()).toEqual([]);
    await journey.pass(60);
    expect(await written()).toHaveLength(5);
    expect((await reasons()).filter((reason) => reason === "newer_carts")).toHaveLength(25);
  });

  it.each(["cart_abandoned", "cart_updated"])(
    "are waited for from when a page told, however long ago it says they were touched: %s",
    async (name) => {
      const carts = numbers(8).map((n) => cart(n));
      for (const one of carts) {
        await trackFromPage(name, [one], 300);
        await journey.pass(0);
      }
      expect(await written()).toEqual([]);
      await journey.pass(60);
      expect(await written()).toHaveLength(5);
    },
  );

  it("are waited for from when a page told that they were filled again, too", async () => {
    await trackFromPage("cart_updated", [cart(1)], 30);
    await journey.pass(1);
    await trackFromPage("cart_updated", [cart(1, [])], 30);
    await journey.pass(1);
    await trackFromPage("cart_updated", [cart(1)], 30);
    await journey.pass(59);
    expect(await written()).toEqual([]);
    await journey.pass(1);
    expect(await written()).toEqual(["c-1"]);
  });

  it.each(["as_told", "backwards"] as const)(
    "are waited for where they are the five that were touched last: told %s",
    async (order) => {
      for (const n of [1, 2, 3, 4, 5]) await journey.track(her, "cart_updated", cart(n), 30 - n);
      await journey.track(her, "cart_updated", cart(1), 20);
      await journey.track(her, "cart_updated", cart(6), 10);
      await journey.hear(order);
      await journey.pass(120);
      expect((await written()).toSorted()).toEqual(["c-1", "c-3", "c-4", "c-5", "c-6"]);
    },
  );

  it("leave room for new ones where they were written about before", async () => {
    automation = await journey.publish({ steps: [say("First"), wait(600), say("Last")] });
    for (const n of [1, 2, 3, 4, 5]) await journey.track(her, "cart_updated", cart(n), 5 - n);
    await journey.pass(61);
    await journey.track(her, "cart_updated", cart(6));
    await journey.pass(60);
    const left = await mine.scope.sql<{ cartId: string }>`
      select subject ->> 'cartId' as cart_id from enrolments
      where workspace_id = ${mine.workspaceId} and automation_id = ${automation} and exit_reason = 'newer_carts'`;
    expect(left).toEqual([{ cartId: "c-1" }]);
    expect((await written()).at(-1)).toBe("c-6");
  });

  it("that the shop's server calls abandoned are all written about at once", async () => {
    for (const n of numbers(7)) await journey.track(her, "cart_abandoned", cart(n));
    await journey.pass(0);
    expect(await written()).toHaveLength(7);
  });

  it("are as many in a time-travel test", async () => {
    const { messages } = await simulate(
      define({ steps: [say("First")] }),
      {
        person: {
          timeZone: "UTC",
          birthDate: null,
          traits: {},
          channels: ["app_push"],
          refusedChannels: [],
        },
        startsAt: "2026-03-02T10:00:00Z",
        events: numbers(7).map((n) => ({ atMinutes: n, name: "cart_updated", properties: cart(n) })),
        expected: [],
      },
      () => true,
    );
    expect(messages.map(({ atMinutes }) => atMinutes)).toEqual([63, 64, 65, 66, 67]);
  });
});
