import type { CDPSession } from "@playwright/test";
import type { Demo } from "@/bin/start/demo-file";
import type { PushPilot } from "@/lib/browser/sdk/pushpilot";
import { createPageKey, startSite } from "../fixtures/site";
import { expect, test } from "../fixtures/test";

/** Chromium asks its maker's servers for an endpoint; without a network the page brings one of its own. */
const fakeEndpoint = `
  PushManager.prototype.subscribe = async function () {
    const made = { endpoint: "https://push.example/" + crypto.randomUUID(), keys: { p256dh: "BPk", auth: "au" } };
    PushManager.prototype.getSubscription = async () => ({ ...made, toJSON: () => made });
    return { ...made, toJSON: () => made };
  };`;

test("a page identifies, tracks and subscribes; its worker shows a push and tells of it and of a click", async ({
  page,
  context,
  demo,
}) => {
  const site = await startSite(demo);
  try {
    await context.grantPermissions(["notifications"], { origin: site.origin });
    const key = await createPageKey(demo, site.origin);
    await page.goto(site.origin);
    await page.addScriptTag({ content: fakeEndpoint });
    const person = `sdk-${Date.now()}`;
    await page.waitForFunction(() => "PushPilot" in window);
    const states = await page.evaluate(
      async ({ key, person }) => {
        const client = (window as unknown as { PushPilot: typeof PushPilot }).PushPilot.init({ key });
        await client.track("page_viewed", { path: "/" });
        await client.identify(person, { city: "İzmir" });
        await client.track("cart_updated", { cart_id: "c-1" });
        const before = await client.push.state();
        return [before, await client.push.subscribe(), await client.push.state()];
      },
      { key, person },
    );
    expect(states).toEqual(["default", "subscribed", "subscribed"]);
    const events = await listEvents(demo, { external_id: person });
    expect(events.map(({ name }) => name).sort()).toEqual(["cart_updated", "page_viewed"]);

    const beacons = site.beacons;
    const session = await context.newCDPSession(page);
    const data = { deep_link: "", pushpilot_beacon: `${site.origin}/t/token`, action_links: {} };
    const push = { title: "Merhaba", body: "İndirim", tag: "t", data };
    const registrationId = await findRegistration(session, site.origin);
    const shown = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        return (await registration.getNotifications()).map(({ title, body }) => [title, body]);
      });
    // A push that comes while the worker is being started may be dropped; the next one takes its place.
    await expect(async () => {
      await session.send("ServiceWorker.deliverPushMessage", {
        origin: site.origin,
        registrationId,
        data: JSON.stringify(push),
      });
      await expect.poll(shown, { timeout: 3_000 }).toEqual([["Merhaba", "İndirim"]]);
    }).toPass({ timeout: 30_000 });
    await expect.poll(() => beacons).toContain("/t/token?e=shown");
    // Nobody can press a button of the system's own; the worker is told that somebody did.
    const [worker] = context.serviceWorkers();
    await worker?.evaluate(async () => {
      const scope = globalThis as unknown as ServiceWorkerGlobal;
      const [notification] = await scope.registration.getNotifications();
      scope.dispatchEvent(new scope.NotificationEvent("notificationclick", { notification, action: "buy" }));
    });
    await expect.poll(() => beacons).toContain("/t/token?e=clicked&a=buy");
    const before = await listEndpoints(demo, person);
    expect(before).toHaveLength(1);
    // As older Firefox tells of it: without a word about which one.
    await worker?.evaluate(async () => {
      const scope = globalThis as unknown as ServiceWorkerGlobal;
      const made = {
        endpoint: `https://push.example/${crypto.randomUUID()}`,
        keys: { p256dh: "BPk", auth: "au" },
      };
      PushManager.prototype.subscribe = async () => ({ toJSON: () => made }) as unknown as PushSubscription;
      scope.dispatchEvent(new scope.ExtendableEvent("pushsubscriptionchange"));
    });
    await expect.poll(() => listEndpoints(demo, person)).not.toEqual(before);
    expect(await listEndpoints(demo, person)).toHaveLength(1);
  } finally {
    site.server.close();
  }
});

type ServiceWorkerGlobal = {
  registration: ServiceWorkerRegistration;
  dispatchEvent(event: Event): boolean;
  NotificationEvent: new (name: string, init: object) => Event;
  ExtendableEvent: new (name: string) => Event;
};

async function listEndpoints({ url, apiKey }: Demo, externalId: string): Promise<string[]> {
  const read = async (path: string) => {
    const answer = await fetch(`${url}/api/v1/contacts${path}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    return (await answer.json()) as { data: { id: string }[]; subscriptions: { address: string }[] };
  };
  const { data } = await read(`?external_id=${externalId}`);
  const { subscriptions } = await read(`/${data[0]?.id}`);
  return subscriptions.map(({ address }) => address);
}

async function listEvents({ url, apiKey }: Demo, query: Record<string, string>) {
  const answer = await fetch(`${url}/api/v1/events?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return ((await answer.json()) as { data: { name: string }[] }).data;
}

type Registered = { registrations: { registrationId: string; scopeURL: string }[] };

/** By which the browser knows where a push goes. */
async function findRegistration(session: CDPSession, origin: string): Promise<string> {
  const found = new Promise<string>((done) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }: Registered) => {
      const mine = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (mine) done(mine.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  return found;
}
