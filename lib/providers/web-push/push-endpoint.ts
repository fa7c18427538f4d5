const pushHosts = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"];
const pushHostSuffixes = [".push.services.mozilla.com", ".notify.windows.com", ".push.apple.com"];

export type PushEndpoint = { origin: string; path: string };

/** Subscriptions come from browsers we do not control: only the known push services, over https, are written to. */
export function findPushEndpoint(endpoint: string): PushEndpoint | undefined {
  if (!URL.canParse(endpoint)) return undefined;
  const url = new URL(endpoint);
  const isKnown =
    pushHosts.includes(url.hostname) || pushHostSuffixes.some((suffix) => url.hostname.endsWith(suffix));
  const isPlain = url.username === "" && url.password === "" && url.port === "";
  if (url.protocol !== "https:" || !isKnown || !isPlain) return undefined;
  return { origin: url.origin, path: url.pathname + url.search };
}
