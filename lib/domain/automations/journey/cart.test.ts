import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Journey, say, wait } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import type { Channel } from "@/lib/domain/channels/channel";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { compileContent } from "@/lib/domain/content/compile-content";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { archiveAutomation } from "../archive-automation";
import { advanceDue } from "./advance-due";

describe("an abandoned cart", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let journey: Journey;
  let automation: string;
  const her = "people-ada";
  const electronics = { product_id: "p-1", name: "Phone", category: "Electronics" };
  const book = { product_id: "b-1", name: "Book", category: "Books" };
  const cart = (cartId: string, items: object[] = [electronics]) => ({ cart_id: cartId, items });
  const titles = async () => (await journey.sent(automation)).map(({ title }) => title);
  const end = async () => (await journey.ends(automation, her)).at(-1);

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "people", "app_push", [{ name: "ada" }, { name: "bob" }]);
  });
  beforeEach(async () => {
    journey = new Journey(mine, "2026-03-02T10:00:00Z");
    await mine.scope.sql`delete from events where workspace_id = ${mine.workspaceId}`;
    if (automation) await archiveAutomation(mine.ctx, { automationId: automation });
    automation = await journey.publish({ steps: [say("First"), wait(60), say("Last")] });
  });

  it("is written about once, an hour after the last touch, with what is in it", async () => {
    await journey.track(her, "cart_updated", cart("c-1"));
    await journey.pass(59);
    expect(await titles()).toEqual([]);
    await journey.pass(1);
    expect(await journey.sent(automation)).toMatchObject([
      {
        externalId: her,
        title: "First",
        variables: { cart: { cart_id: "c-1", items: [{ name: "Phone" }] } },
      },
    ]);
    await journey.track(her, "cart_updated", cart("c-1", [electronics, book]));
    await journey.pass(600);
    expect(await titles()).toEqual(["First", "Last"]);
    expect(await end()).toEqual({ status: "completed", exitReason: null });
  });

  it("waits anew with each touch, and a late word about an earlier one changes nothing", async () => {
    await journey.track(her, "cart_updated", cart("c-1"));
    await journey.pass(50);
    await journey.track(her, "cart_updated", cart("c-1", [electronics, book]));
    await journey.track(her, "cart_updated", cart("c-1", [book]), 20);
    await journey.pass(59);
    expect(await titles()).toEqual([]);
    await journey.pass(1);
    const [message] = await journey.sent(automation);
    expect(message?.variables.cart).toMatchObject({ items: [{ name: "Phone" }, { name: "Book" }] });
  });

  it("is left alone after an order, of this cart or of none in particular, whichever is heard of first", async () => {
    await journey.track(her, "cart_updated", cart("c-1"), 5);
    await journey.track(her, "cart_updated", cart("c-2"), 5);
    await journey.track(her, "order_completed", {
      order_id: "o-1",
      cart_id: "c-1",
      total: 1,
      currency: "TRY",
    });
    await journey.hear("backwards");
    await journey.pass(30);
    await journey.track("people-bob", "cart_updated", cart("c-3"));
    await journey.pass(300);
    expect((await journey.sent(automation)).map(({ externalId }) => externalId)).toEqual([
      her,
      "people-bob",
      her,
      "people-bob",
    ]);
    expect(await journey.ends(automation, her)).toContainEqual({ status: "exited", exitReason: "ordered" });

    await journey.track("people-bob", "cart_updated", cart("c-4"));
    await journey.pass(10);
    await journey.track("people-bob", "order_completed", { order_id: "o-2", total: 1, currency: "TRY" });
    await journey.pass(300);
    expect((await journey.ends(automation, "people-bob")).at(-1)).toEqual({
      status: "exited",
      exitReason: "ordered",
    });
  });

  it("is another cart when its id comes again after an order", async () => {
    await journey.track(her, "cart_updated", cart("hers"));
    await journey.pass(1);
    await journey.track(her, "order_completed", {
      order_id: "o-1",
      cart_id: "hers",
      total: 1,
      currency: "TRY",
    });
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart("hers", []));
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart("hers", [book]));
    await journey.pass(60);
    expect(await titles()).toEqual(["First"]);
    expect(await journey.ends(automation, her)).toMatchObject([
      { exitReason: "ordered" },
      { status: "active" },
    ]);
  });

  it("is one cart, and written about once, when an older order is told late", async () => {
    await journey.track(her, "cart_updated", cart("c-1"));
    await journey.pass(10);
    await journey.track(her, "order_completed", { order_id: "o-1", total: 1, currency: "TRY" }, 11);
    await journey.track(her, "cart_updated", cart("c-1"));
    await journey.pass(61);
    expect(await titles()).toEqual(["First"]);
  });

  it("goes on where it was touched again after an order that is told late", async () => {
    await journey.track(her, "cart_updated", cart("c-1"));
    await journey.pass(10);
    await journey.track(her, "cart_updated", cart("c-1", [book]));
    await journey.track(her, "order_completed", { order_id: "o-1", total: 1, currency: "TRY" }, 5);
    await journey.pass(59);
    expect(await titles()).toEqual([]);
    await journey.pass(1);
    expect(await titles()).toEqual(["First"]);
  });

  it("is left alone after an order although the browser's clock is fast", async () => {
    await journey.track(her, "cart_updated", cart("c-1"), -15);
    await mine.scope.sql`
      update events set received_at = ${journey.at(0)} where workspace_id = ${mine.workspaceId}`;
    await journey.pass(10);
    await journey.track(her, "order_completed", { order_id: "o-1", total: 1, currency: "TRY" });
    await journey.pass(120);
    expect(await titles()).toEqual([]);
  });

  it("waits anew with a touch that nobody has applied yet", async () => {
    await journey.track(her, "cart_updated", cart("c-1"));
    await journey.pass(50);
    await journey.track(her, "cart_updated", cart("c-1", [book]));
    await mine.scope.sql`delete from workflow.outbox where name = 'events/tracked'`;
    await journey.pass(59);
    expect(await titles()).toEqual([]);
    await journey.pass(1);
    expect(await titles()).toEqual(["First"]);
  });

  it("is forgotten once it is emptied, and looked at again between the messages", async () => {
    await journey.track(her, "cart_updated", cart("c-1"));
    await journey.pass(30);
    await journey.track(her, "cart_updated", cart("c-1", []));
    await journey.pass(300);
    expect(await end()).toEqual({ status: "exited", exitReason: "cart_emptied" });

    await journey.track(her, "cart_updated", cart("c-2"));
    await journey.pass(61);
    await journey.track(her, "cart_updated", cart("c-2", [{ ...electronics, in_stock: false }]));
    await journey.pass(300);
    expect(await titles()).toEqual(["First"]);
    expect(await end()).toEqual({ status: "exited", exitReason: "out_of_stock" });
  });

  it("needs something of the category, in stock, at the moment of sending", async () => {
    await archiveAutomation(mine.ctx, { automationId: automation });
    automation = await journey.publish({
      trigger: { kind: "cart_abandoned", afterMinutes: 60, category: "electronics" },
    });
    await journey.track(her, "cart_updated", cart("c-1", [electronics, book]));
    await journey.track("people-bob", "cart_updated", cart("c-2", [book]));
    await journey.pass(30);
    await journey.track(her, "cart_updated", cart("c-1", [book]));
    await journey.track("people-bob", "cart_updated", cart("c-2", [book, electronics]));
    await journey.pass(120);
    expect((await journey.sent(automation)).map(({ externalId }) => externalId)).toEqual(["people-bob"]);
    expect(await end()).toEqual({ status: "exited", exitReason: "cart_category" });
  });

  it("that the shop calls abandoned itself is written about at once", async () => {
    await journey.track(her, "cart_abandoned", cart("c-1"));
    await journey.pass(0);
    expect(await titles()).toEqual(["First"]);
  });

  it("that is told a day late is past", async () => {
    await journey.track(her, "cart_updated", cart("c-1"), 27 * 60);
    await journey.pass(10);
    expect(await journey.ends(automation, her)).toEqual([]);
  });

  it("is written about once by several workers at the same moment", async () => {
    await journey.track(her, "cart_updated", cart("c-1"), 60);
    await journey.track("people-bob", "cart_updated", cart("c-2"), 60);
    await journey.hear();
    await Promise.all(Array.from({ length: 8 }, () => advanceDue(journey.ctx)));
    expect((await journey.sent(automation)).map(({ externalId }) => externalId).sort()).toEqual([
      her,
      "people-bob",
    ]);
  });

  it("is written about by e-mail with its links in the text part too, whatever short text a push beside it has", async () => {
    const subscriptions = [{ channel: "email" as const, address: "eve@example.com" }];
    await bulkUpsertContacts(mine.ctx, { contacts: [{ externalId: "mail-eve", subscriptions }] });
    const html = '<p>See <a href="{{ cart.url }}">your cart</a></p>';
    const contents = [{ ...emptyContent, language: "en", title: "Your cart", body: "See your cart", html }];
    const both = await journey.publish({ steps: [say("", { channels: ["web_push", "email"], contents })] });
    await journey.track("mail-eve", "cart_updated", { ...cart("c-mail"), url: "https://shop.example/c" });
    await journey.pass(60);
    const [run] = await mine.scope.sql<{ channel: Channel; contents: Content[] }>`
      select r.channel, r.contents from runs r join campaigns c on c.workspace_id = r.workspace_id and c.id = r.campaign_id
      where r.workspace_id = ${mine.workspaceId} and c.automation_id = ${both}`;
    const [content] = run?.contents ?? [];
    const mail =
      content && compileContent(content, "email").render({ cart: { url: "https://shop.example/c" } });
    expect(run?.channel).toBe("email");
    expect(mail?.body).toContain("https://shop.example/c");
    await archiveAutomation(mine.ctx, { automationId: both });
  });

  it("that was filled again is not ended by word, told late, that it had been empty", async () => {
    await journey.track(her, "cart_updated", cart("c-late"), 30);
    await journey.track(her, "cart_updated", cart("c-late", [book]), 5);
    await journey.track(her, "cart_updated", cart("c-late", []), 10);
    await journey.pass(55);
    expect(await titles()).toEqual(["First"]);
  });

  it.each(["as_told", "backwards"] as const)(
    "that was emptied and filled again is written about once, when it was left alone for an hour: told %s",
    async (order) => {
      await journey.track(her, "cart_updated", cart("c-re"), 50);
      await journey.track(her, "cart_updated", cart("c-re", []), 40);
      await journey.track(her, "cart_updated", cart("c-re", [book]), 30);
      await journey.hear(order);
      await journey.pass(29);
      expect(await titles()).toEqual([]);
      await journey.pass(120);
      expect(await titles()).toEqual(["First", "Last"]);
    },
  );

  it("that was emptied and filled again waits anew, as each word is told at once", async () => {
    for (const [minutesAgo, items] of [
      [50, [electronics]],
      [40, []],
      [30, [book]],
    ] as const) {
      await journey.track(her, "cart_updated", cart("c-live", [...items]), minutesAgo);
      await journey.hear();
    }
    await journey.pass(31);
    expect(await titles()).toEqual(["First"]);
  });

  it("that was written about and then emptied is not written about again", async () => {
    await journey.track(her, "cart_updated", cart("c-told"));
    await journey.pass(61);
    await journey.track(her, "cart_updated", cart("c-told", []));
    await journey.pass(1);
    await journey.track(her, "cart_updated", cart("c-told", [book]));
    await journey.pass(300);
    expect(await titles()).toEqual(["First"]);
  });
});
