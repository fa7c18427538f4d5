import type { IncomingHttpHeaders } from "node:http";

/**
 * Programs that fetch what nobody looked at: scanners of mail gateways, previews of messengers and crawlers, scripts.
 * Apple's mail privacy proxy loads every picture and says no more than `Mozilla/5.0`.
 */
const machines =
  /bot\b|crawl|spider|slurp|preview|scanner|barracuda|proofpoint|mimecast|safelinks|trendmicro|symantec|fireeye|cloudmark|urldefense|virustotal|facebookexternalhit|slack-imgproxy|curl|wget|python|java\/|okhttp|go-http|node-fetch|undici|axios|libwww|powershell|headless|phantomjs|lighthouse/i;

const bareMozilla = /^Mozilla\/5\.0\s*$/;

/** Whether a machine asked, as far as it can be told from the request. */
export function isAutomated(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (method === "HEAD") return true;
  if (isMachine(headers["user-agent"] ?? "")) return true;
  const purpose = headers["sec-purpose"] ?? headers.purpose ?? headers["x-purpose"] ?? headers["x-moz"];
  return typeof purpose === "string" && /prefetch|prerender|preview/i.test(purpose);
}

const remembered = new Map<string, boolean>();
const rememberedMax = 2_000;

/** Few programs ask most of the time, and a look at a name costs as much as a signature. */
function isMachine(agent: string): boolean {
  const known = remembered.get(agent);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedMax) remembered.clear();
  const verdict = agent === "" || bareMozilla.test(agent) || machines.test(agent);
  remembered.set(agent, verdict);
  return verdict;
}
