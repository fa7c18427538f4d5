import { beforeAll, expect, it } from "vitest";
import { Journey, say, wait } from "@/db/testing/automation-journey";
import { countBlocked } from "@/db/testing/count-blocked";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { linkPerson } from "@/lib/domain/events/people/link-person";
import { trackEvents } from "@/lib/domain/events/track-events";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { advanceDue } from "../advance-due";

const database = useTestDatabase();
let mine: Scenario;
beforeAll(async () => {
  mine = await createScenario(database.sql, { timeZone: "UTC" });
  await mine.ctx.transaction(createSandboxProviders);
});

it("an event of a visitor who becomes a user at that moment brings the user in", async () => {
  const journey = new Journey(mine, "2026-03-02T10:00:00Z");
  const automation = await journey.publish({
    trigger: { kind: "event", event: "signed_up", where: [] },
    steps: [wait(60), say("Welcome")],
  });
  const link = (ids: Parameters<typeof linkPerson>[1]) => mine.ctx.transaction((tx) => linkPerson(tx, ids));
  await link({ externalId: "user" });
  await link({ anonymousId: "visitor" });
  const event = { id: newId(), name: "signed_up", anonymousId: "visitor", occurredAt: journey.at(0) };
  await trackEvents(journey.ctx, { events: [event] });
  const merged = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  const merging = mine.ctx.transaction(async (tx) => {
    await linkPerson(tx, { externalId: "user", anonymousId: "visitor" });
    merged.resolve();
    await heard.promise;
  });
  await merged.promise;
  const hearing = journey.hear();
  await expect.poll(() => countBlocked(database.sql)).toBeGreaterThan(0);
  heard.resolve();
  await Promise.all([merging, hearing]);
  expect(await journey.ends(automation, "user")).toEqual([{ status: "active", exitReason: null }]);
});

it("a cart that a visitor was written to about is not written about again to the user whom they turn out to be", async () => {
  const cart = { cart_id: "c-1", items: [{ product_id: "1" }] };
  const journey = new Journey(mine, "2026-04-02T10:00:00Z");
  const automation = await journey.publish({
    trigger: { kind: "cart_abandoned", afterMinutes: 60, category: null },
    steps: [say("Your cart"), wait(60), say("Last call")],
  });
  const touch = (who: object, minutesAgo: number) =>
    trackEvents(journey.ctx, {
      events: [
        {
          ...who,
          id: newId(),
          name: "cart_updated",
          createContact: true,
          occurredAt: journey.at(-minutesAgo),
          properties: cart,
        },
      ],
    });
  await touch({ anonymousId: "shopper" }, 59);
  await touch({ externalId: "shopper-user" }, 30);
  await journey.pass(5);
  expect(await journey.sent(automation)).toMatchObject([{ externalId: null, title: "Your cart" }]);
  await mine.ctx.transaction((tx) => linkPerson(tx, { externalId: "shopper-user", anonymousId: "shopper" }));
  await journey.pass(120);
  expect(await journey.sent(automation)).toMatchObject([{ externalId: "shopper-user", title: "Last call" }]);
  const ends = await journey.ends(automation, "shopper-user");
  expect(ends.map(({ exitReason }) => exitReason).toSorted()).toEqual(["merged", null]);
});

it("a message that is on its way to a visitor at that moment is not written a second time to the user", async () => {
  const cart = { cart_id: "c-2", items: [{ product_id: "1" }] };
  const journey = new Journey(mine, "2026-05-02T10:00:00Z");
  const automation = await journey.publish({ steps: [say("Your cart")] });
  for (const who of [{ anonymousId: "late" }, { externalId: "late-user" }])
    await trackEvents(journey.ctx, {
      events: [
        {
          ...who,
          id: newId(),
          name: "cart_updated",
          createContact: true,
          occurredAt: journey.at("anonymousId" in who ? -59 : -30),
          properties: cart,
        },
      ],
    });
  await journey.hear();
  const held = Promise.withResolvers<void>();
  const merging = Promise.withResolvers<void>();
  const { scope, actor } = mine.ctx;
  const due = new WorkspaceContext({ scope, actor, clock: () => journey.at(5) });
  const transaction: typeof due.transaction = (work) =>
    due.transaction(async (tx) => {
      const moved = await work(tx);
      held.resolve();
      await merging.promise;
      return moved;
    });
  const advancing = advanceDue(Object.assign(Object.create(due), { transaction }));
  await held.promise;
  const merged = mine.ctx.transaction((tx) =>
    linkPerson(tx, { externalId: "late-user", anonymousId: "late" }),
  );
  await expect.poll(() => countBlocked(database.sql)).toBeGreaterThan(0);
  merging.resolve();
  await Promise.all([advancing, merged]);
  await journey.pass(120);
  const [sent] = await mine.scope.sql<{ messages: number }>`
    select count(*)::int as messages from notifications n
    join runs r on r.workspace_id = n.workspace_id and r.id = n.run_id
    join campaigns c on c.workspace_id = r.workspace_id and c.id = r.campaign_id
    where n.workspace_id = ${mine.workspaceId} and c.automation_id = ${automation}`;
  expect(sent?.messages).toBe(1);
});
