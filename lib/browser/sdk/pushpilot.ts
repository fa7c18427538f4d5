import { randomId } from "../random-id";

/** States of push in a browser: `needs_install` is iOS outside the home screen. */
export type PushState = "unsupported" | "needs_install" | "default" | "denied" | "subscribed";

export type Options = {
  /** A publishable key: `pp_pub_…`. */
  key: string;
  /** Where PushPilot is; where this file came from when absent. */
  url?: string;
  /** Path of the page's own service worker, which imports `/sdk/v1/sw.js`. */
  serviceWorker?: string;
};

type Json = Record<string, unknown>;

const storedAnonymousId = "pushpilot_anonymous_id";
const storedExternalId = "pushpilot_external_id";
const cacheName = "pushpilot-v1";

class Client {
  constructor(private readonly options: Required<Options>) {}

  readonly push = {
    state: (): Promise<PushState> => this.pushState(),
    subscribe: (): Promise<PushState> => this.subscribe(),
  };

  /** Says who uses this browser, and what they are like. What they did before becomes theirs. */
  async identify(externalId: string, traits: Json = {}): Promise<void> {
    await this.call("contacts/identify", { external_id: externalId, anonymous_id: anonymousId(), traits });
    write(storedExternalId, externalId);
  }

  /** Something happened. Sent again when the network fails, and counted once. */
  async track(name: string, properties: Json = {}): Promise<void> {
    const event = {
      id: randomId(),
      occurred_at: new Date().toISOString(),
      name,
      properties,
      ...person(),
      create_contact: true,
    };
    await this.call("events", event);
  }

  /** Somebody else uses this browser from now on. */
  reset(): void {
    remove(storedExternalId);
    remove(storedAnonymousId);
  }

  private async pushState(): Promise<PushState> {
    if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window))
      return isIos() ? "needs_install" : "unsupported";
    if (Notification.permission === "denied") return "denied";
    const registration = await navigator.serviceWorker.getRegistration();
    const subscription = await registration?.pushManager.getSubscription();
    return subscription && Notification.permission === "granted" ? "subscribed" : "default";
  }

  /** Asks, so call it after a click. Gives what came of it. */
  private async subscribe(): Promise<PushState> {
    const before = await this.pushState();
    if (before !== "default" && before !== "subscribed") return before;
    if ((await Notification.requestPermission()) !== "granted") return this.pushState();
    const { key, url, serviceWorker } = this.options;
    const { public_key } = (await this.call("subscriptions/web-push-key")) as { public_key: string };
    await navigator.serviceWorker.register(serviceWorker);
    const registration = await navigator.serviceWorker.ready;
    const subscription =
      (await registration.pushManager.getSubscription()) ??
      (await registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: fromBase64Url(public_key),
      }));
    const { endpoint, keys } = subscription.toJSON();
    await remember({ key, url, vapidKey: public_key, endpoint });
    await this.call("subscriptions", {
      ...(read(storedExternalId) ? { external_id: read(storedExternalId) } : {}),
      anonymous_id: anonymousId(),
      subscription: { channel: "web_push", platform: "web", address: endpoint, keys },
    });
    return "subscribed";
  }

  private async call(path: string, body?: Json): Promise<unknown> {
    const { key, url } = this.options;
    const ask = () =>
      fetch(`${url}/api/v1/${path}`, {
        method: body ? "POST" : "GET",
        headers: { authorization: `Bearer ${key}`, ...(body ? { "content-type": "application/json" } : {}) },
        ...(body ? { body: JSON.stringify(body), keepalive: true } : {}),
      });
    const answer = await ask().catch(async () => {
      await new Promise((done) => setTimeout(done, 2_000));
      return ask();
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`PushPilot answered ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }
}

const isIos = (): boolean =>
  /iP(hone|ad|od)/.test(navigator.userAgent) ||
  (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** A browser that keeps nothing is a new one at each page. */
const kept: Record<string, string> = {};

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? kept[name];
  } catch {
    return kept[name];
  }
}

function write(name: string, value: string): void {
  kept[name] = value;
  try {
    localStorage.setItem(name, value);
  } catch {}
}

function remove(name: string): void {
  delete kept[name];
  try {
    localStorage.removeItem(name);
  } catch {}
}

function anonymousId(): string {
  const known = read(storedAnonymousId);
  if (known) return known;
  const made = randomId();
  write(storedAnonymousId, made);
  return made;
}

function person(): Json {
  const externalId = read(storedExternalId);
  return externalId ? { external_id: externalId } : { anonymous_id: anonymousId() };
}

/** The service worker must know where to tell of a renewed subscription, and of which, also when no page is open. */
async function remember(settings: Json): Promise<void> {
  try {
    const cache = await caches.open(cacheName);
    await cache.put("/pushpilot-settings", new Response(JSON.stringify(settings)));
  } catch {}
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

export const PushPilot = {
  init(options: Options): Client {
    const { url = new URL(import.meta.url).origin, serviceWorker = "/pushpilot-sw.js" } = options;
    return new Client({ ...options, url, serviceWorker });
  },
};
