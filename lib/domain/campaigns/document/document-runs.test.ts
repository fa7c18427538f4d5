import { beforeAll, describe, expect, it } from "vitest";
import { Journey } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { sourceDocument } from "@/db/testing/source-document";
import { createPeople } from "@/db/testing/timed-campaign";
import { publishAutomation } from "@/lib/domain/automations/publish-automation";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { deliverChunk } from "@/lib/domain/runs/deliver-chunk";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { createFromDocument } from "./create-from-document";
import type { NotificationDocument } from "./notification-document";

const hour = 60;
const hourMillis = 3_600_000;

describe("a notification document with a trigger", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "doc", "app_push", [{ name: "ada" }, { name: "bob" }, { name: "cem" }]);
    const about = { country: "TR", attributes: { purchase_history: 2 } };
    await bulkUpsertContacts(mine.ctx, {
      contacts: [
        { externalId: "doc-ada", tags: ["vip_users"], ...about },
        { externalId: "doc-bob", tags: ["cart_abandoners"], ...about, attributes: { purchase_history: 1 } },
        { externalId: "doc-cem", tags: ["cart_abandoners"], ...about, firstName: "" },
      ],
    });
  });

  /** The source's own, for people who were here lately and on the device that these have. */
  const document = (change: Partial<NotificationDocument> = {}): NotificationDocument => ({
    ...sourceDocument(),
    targeting_rules: { country: "TR", purchase_history: ">=2" },
    cep_strategy: { channel_priority: ["webpush", "push"] },
    ...change,
  });
  const publish = async (journey: Journey, change: Partial<NotificationDocument> = {}) => {
    const { automationId } = await createFromDocument(journey.ctx, document(change));
    await publishAutomation(journey.ctx, { automationId: automationId ?? "" });
    return automationId ?? "";
  };
  const daysAgo = (hours: number) => new Date(Date.now() - hours * hourMillis).toISOString();
  const cart = (id: string, more: object = {}) => ({
    cart_id: id,
    items: [{ product_id: "p-1", category: "electronics" }],
    ...more,
  });
  const deliver = async () => {
    const runs = await mine.scope.sql<{ id: string }>`
      select id from runs where workspace_id = ${mine.workspaceId} and ended_at is null`;
    for (const { id } of runs) await deliverChunk(mine.ctx, { runId: id, chunkNo: 1 });
  };
  const shownTo = async (address: string) =>
    JSON.stringify((await sandbox.readMessages({ to: address })).shown);

  it("reaches whom it means a day after they left the cart, with the values that each of them has", async () => {
    const journey = new Journey(mine, daysAgo(24));
    const automation = await publish(journey);
    await journey.track("doc-ada", "cart_updated", cart("a"));
    await journey.track("doc-bob", "cart_updated", cart("b"));
    await journey.track("doc-cem", "cart_updated", cart("c", { product: "Pixel 9", time: 3 }));
    await journey.pass(23 * hour);
    expect(await journey.sent(automation)).toEqual([]);
    await journey.pass(hour);
    expect((await journey.sent(automation)).map(({ externalId }) => externalId).sort()).toEqual([
      "doc-ada",
      "doc-cem",
    ]);
    await deliver();
    expect(await shownTo("doc-ada")).toContain("Merhaba ada, sepetinizdeki ürün tükeniyor!");
    expect(await shownTo("doc-ada")).toContain(
      "iPhone 15 için son 24 saat kaldı. Hemen tamamla: https://example.com/cart",
    );
    const his = await shownTo("doc-cem");
    expect(his).toContain("Merhaba Ahmet, sepetinizdeki ürün tükeniyor!");
    expect(his).toContain("Pixel 9 için son 3 saat kaldı.");
    expect(his).toContain('"campaign_id":"cart-abandoned-2023"');
  });

  it("reaches nobody who comes due before its send_at", async () => {
    const journey = new Journey(mine, daysAgo(48));
    const sendAt = journey.at(30 * hour).toISOString();
    const automation = await publish(journey, {
      schedule: { type: "trigger_based", trigger_type: "cart_abandoned", send_at: sendAt },
    });
    await journey.track("doc-ada", "cart_updated", cart("early"));
    await journey.pass(29 * hour + 30);
    await journey.track("doc-ada", "cart_updated", cart("late"));
    await journey.pass(5 * hour);
    const sent = await journey.sent(automation);
    expect(sent.map(({ variables }) => (variables.cart as { cart_id: string }).cart_id)).toEqual(["late"]);
  });
});
