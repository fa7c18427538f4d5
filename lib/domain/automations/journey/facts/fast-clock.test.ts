import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Journey, say, wait } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";

describe("a cart of which a browser with a fast clock told", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let journey: Journey;
  let automation: string;
  const her = "fast-ada";
  const cart = (total: number, more: object = {}) => ({
    cart_id: "c-1",
    total,
    items: [{ product_id: "p-1", ...more }],
  });
  const order = { order_id: "o-1", cart_id: "c-1", total: 1, currency: "TRY" };

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "fast", "app_push", [{ name: "ada" }]);
  });
  beforeEach(async () => {
    journey = new Journey(mine, "2026-03-02T10:00:00Z");
    await mine.scope.sql`delete from events where workspace_id = ${mine.workspaceId}`;
    await mine.scope.sql`update automations set status = 'archived' where workspace_id = ${mine.workspaceId}`;
    automation = await journey.publish({ steps: [say("First"), wait(60), say("Last")] });
  });

  const trackFast = async (name: string, properties: object) => {
    await journey.track(her, name, properties, -20 * 60);
    await mine.scope.sql`
      update events set received_at = ${journey.at(0)}
      where workspace_id = ${mine.workspaceId} and occurred_at > ${journey.at(0)}`;
  };

  it("is written about as it was told last", async () => {
    await trackFast("cart_updated", cart(11_111));
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart(22_222));
    await journey.pass(60);
    const [message] = await journey.sent(automation);
    expect(message?.variables).toMatchObject({ event: { total: 22_222 }, cart: { total: 22_222 } });
  });

  it("is looked at as it was told last", async () => {
    await trackFast("cart_updated", cart(11_111));
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart(22_222, { in_stock: false }));
    await journey.pass(60);
    expect(await journey.ends(automation, her)).toEqual([{ status: "exited", exitReason: "out_of_stock" }]);
  });

  it("stays forgotten where it was emptied and only an earlier word is told late", async () => {
    await trackFast("cart_updated", cart(11_111));
    await journey.pass(2);
    await journey.track(her, "cart_updated", { cart_id: "c-1", items: [] });
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart(33_333), 2);
    await journey.pass(120);
    expect(await journey.ends(automation, her)).toEqual([{ status: "exited", exitReason: "cart_emptied" }]);
  });

  it("is another one after an order that came from that clock, too", async () => {
    await journey.track(her, "cart_updated", cart(11_111));
    await journey.pass(1);
    await trackFast("order_completed", order);
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart(22_222));
    await journey.pass(30);
    expect(await journey.ends(automation, her)).toMatchObject([
      { exitReason: "ordered" },
      { status: "active" },
    ]);
  });

  it("is the same one until an order that came later, however late its clock says it was", async () => {
    await trackFast("cart_updated", cart(11_111));
    await journey.track(her, "order_completed", order, -1);
    await journey.hear("backwards");
    await journey.pass(120);
    expect(await journey.ends(automation, her)).toEqual([{ status: "exited", exitReason: "ordered" }]);
  });

  it("is another one after the last order, not after the one of which the fastest clock told", async () => {
    await trackFast("order_completed", order);
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart(11_111));
    await journey.pass(1);
    await journey.track(her, "order_completed", { ...order, order_id: "o-2" });
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart(22_222));
    await journey.pass(30);
    expect(await journey.ends(automation, her)).toMatchObject([
      { exitReason: "ordered" },
      { status: "active" },
    ]);
  });
});
