import { expect, test } from "@playwright/test";
import type { Demo } from "@/bin/start/demo-file";
import { createCampaignApi } from "@/e2e/campaigns/campaign-api";
import { type Firefox, firefoxMissing, hasFirefox, startFirefox } from "@/e2e/fixtures/firefox/firefox";
import { type PushService, startPushService } from "@/e2e/fixtures/firefox/push-service";
import { createPageKey, type Site, startSite } from "@/e2e/fixtures/site";
import { type StartedServer, startServer } from "@/e2e/fixtures/start-server";
import type { PushPilot } from "@/lib/browser/sdk/pushpilot";
import { toUuid } from "@/lib/contracts/wire/ids";

test.skip(!hasFirefox(), firefoxMissing);

type Sdk = { PushPilot: typeof PushPilot };

let push: PushService;
let product: StartedServer;
let site: Site;
let firefox: Firefox;

/** The push service stands where the sandbox would: the real adapter writes to it, and to nothing else on this machine. */
test.beforeAll(async () => {
  push = await startPushService();
  product = await startServer({ PUSHPILOT_SANDBOX_URL: push.origin });
  site = await startSite(product.demo);
  push.mintFor(toUuid(product.demo.workspaceId.slice("wsp_".length)));
  firefox = await startFirefox(push.socketUrl);
});

test.afterAll(async () => {
  await firefox?.close();
  site?.server.close();
  await product?.stop();
  await push?.close();
});

test("Firefox subscribes, decrypts what a campaign sent, shows it and tells of it; forgotten by its push service, it subscribes anew", async () => {
  const { demo } = product;
  const person = `firefox-${Date.now()}`;
  await open(person);
  await firefox.setNotifications(site.origin, "denied");
  expect(await stateOf()).toBe("denied");
  await firefox.setNotifications(site.origin, "granted");
  expect(await stateOf()).toBe("default");
  expect(await subscribe()).toBe("subscribed");
  expect(await stateOf()).toBe("subscribed");
  const [before] = await endpointsOf(demo, person);
  expect(before).toContain(push.origin);

  await send(demo, person, "Merhaba");
  await expect.poll(shown).toEqual([["Merhaba", "İndirim"]]);
  expect([...push.delivered.values()]).toEqual([true]);
  await expect.poll(() => eventsOf(demo, person)).toContain("notification.shown");

  push.forget();
  await expect.poll(() => endpointsOf(demo, person)).not.toEqual([before]);
  expect(await endpointsOf(demo, person)).toHaveLength(1);
  await send(demo, person, "Again");
  await expect.poll(shown).toContainEqual(["Again", "İndirim"]);
});

async function open(person: string): Promise<void> {
  const key = await createPageKey(product.demo, site.origin);
  await firefox.goto(site.origin);
  await firefox.evaluate(
    async ({ key, person }) => {
      const client = (window as unknown as Sdk).PushPilot.init({ key });
      Object.assign(window, { client });
      await client.identify(person, { city: "İzmir" });
    },
    { key, person },
  );
}

type Client = { client: ReturnType<typeof PushPilot.init> };

const stateOf = () => firefox.evaluate(() => (window as unknown as Client).client.push.state(), null);

const subscribe = () => firefox.evaluate(() => (window as unknown as Client).client.push.subscribe(), null);

const shown = () =>
  firefox.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body }) => [title, body]);
  }, null);

async function send(demo: Demo, person: string, title: string): Promise<void> {
  const { call } = createCampaignApi(demo);
  const { id } = await call<{ id: string }>("POST", "/campaigns", {
    name: `${title} ${person}`,
    channel_type: "web_push",
    category: "transactional",
    contents: [{ language: "en", title, body: "İndirim" }],
    audience: { filter: { field: "external_id", operator: "equals", value: person } },
  });
  await call("POST", `/campaigns/${id}/schedule`, { undo_seconds: 0 });
}

type Listed<T> = { data: T[] };

async function endpointsOf(demo: Demo, person: string): Promise<string[]> {
  const { call } = createCampaignApi(demo);
  const { data } = await call<Listed<{ id: string }>>("GET", `/contacts?external_id=${person}`);
  const { subscriptions } = await call<{ subscriptions: { address: string }[] }>(
    "GET",
    `/contacts/${data[0]?.id}`,
  );
  return subscriptions.map(({ address }) => address);
}

async function eventsOf(demo: Demo, person: string): Promise<string[]> {
  const { call } = createCampaignApi(demo);
  const { data } = await call<Listed<{ name: string }>>("GET", `/events?external_id=${person}`);
  return data.map(({ name }) => name);
}
