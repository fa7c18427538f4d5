/** Loaded by the page's own service worker: `importScripts("https://push.example/sdk/v1/sw.js")`. */

type Data = {
  deep_link?: string;
  action_links?: Record<string, string>;
  pushpilot_beacon?: string;
};

type Payload = Omit<NotificationOptions, "data"> & { title: string; data?: Data };

type Extended = { waitUntil(work: Promise<unknown>): void };
type PushEvent = Extended & { data: { json(): Payload } | null };
type NotificationEvent = Extended & { notification: Notification; action: string };
type ChangeEvent = Extended & {
  oldSubscription?: PushSubscription | null;
  newSubscription?: PushSubscription | null;
};

type Page = { url: string; focus(): Promise<unknown> };

type Scope = {
  registration: ServiceWorkerRegistration;
  clients: { matchAll(of: object): Promise<Page[]>; openWindow(url: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "push", hear: (event: PushEvent) => void): void;
  addEventListener(
    name: "notificationclick" | "notificationclose",
    hear: (event: NotificationEvent) => void,
  ): void;
  addEventListener(name: "pushsubscriptionchange", hear: (event: ChangeEvent) => void): void;
};

const worker = self as unknown as Scope;

const cacheName = "pushpilot-v1";

function tell(data: Data, what: "shown" | "clicked" | "closed", action = ""): Promise<unknown> {
  if (!data.pushpilot_beacon) return Promise.resolve();
  const query = action === "" ? `e=${what}` : `e=${what}&a=${encodeURIComponent(action)}`;
  return fetch(`${data.pushpilot_beacon}?${query}`, { method: "POST", keepalive: true }).catch(
    () => undefined,
  );
}

// A push without a notification would cost the permission: something is shown whatever came.
worker.addEventListener("push", (event) => {
  const { title = "", ...options } = event.data?.json() ?? { title: "", data: {} };
  const data = options.data ?? {};
  event.waitUntil(worker.registration.showNotification(title, options).then(() => tell(data, "shown")));
});

worker.addEventListener("notificationclick", (event) => {
  const { notification, action } = event;
  const data = (notification.data ?? {}) as Data;
  notification.close();
  const link = (action ? data.action_links?.[action] : undefined) ?? data.deep_link;
  // A signed link tells of the click itself.
  const isTold =
    link !== undefined &&
    data.pushpilot_beacon !== undefined &&
    link.startsWith(clickBase(data.pushpilot_beacon));
  event.waitUntil(
    Promise.all([
      link === undefined ? undefined : open(link),
      isTold ? undefined : tell(data, "clicked", action),
    ]),
  );
});

worker.addEventListener("notificationclose", (event) => {
  event.waitUntil(tell((event.notification.data ?? {}) as Data, "closed"));
});

/** The address that signed links begin with. */
const clickBase = (beacon: string): string => `${new URL(beacon).origin}/c/`;

async function open(link: string): Promise<unknown> {
  const url = new URL(link, worker.registration.scope).href;
  const windows = await worker.clients.matchAll({ type: "window" });
  return windows.find((one) => one.url === url)?.focus() ?? worker.clients.openWindow(url);
}

worker.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event));
});

type Settings = { key: string; url: string; vapidKey?: string; endpoint?: string };

const settingsPath = "/pushpilot-settings";

/** Older Firefox does not say which subscription has ended; the page remembered it. */
async function renew({ oldSubscription, newSubscription }: ChangeEvent): Promise<void> {
  const cache = await caches.open(cacheName);
  const stored = await cache.match(settingsPath);
  if (!stored) return;
  const settings = (await stored.json()) as Settings;
  const { key, url } = settings;
  const subscription =
    newSubscription ??
    (await worker.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: oldSubscription?.options.applicationServerKey ?? settings.vapidKey ?? null,
    }));
  const { endpoint, keys } = subscription.toJSON();
  const replaces = oldSubscription?.endpoint ?? settings.endpoint;
  await fetch(`${url}/api/v1/subscriptions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({
      ...(replaces ? { replaces } : {}),
      subscription: { channel: "web_push", platform: "web", address: endpoint, keys },
    }),
  });
  await cache.put(settingsPath, new Response(JSON.stringify({ ...settings, endpoint })));
}
