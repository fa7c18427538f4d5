import { expect, it } from "vitest";
import { isAutomated } from "./is-automated";

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

it.each([
  [chrome],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  ],
  ["Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"],
  ["Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17)"],
])("%s is a person's program", (agent) => {
  expect(isAutomated("GET", { "user-agent": agent })).toBe(false);
});

it.each([
  ["Mozilla/5.0"],
  [""],
  ["Barracuda Sentinel (EE)"],
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"],
  ["WhatsApp/2.23 (link preview)"],
  ["curl/8.5.0"],
  ["python-requests/2.32"],
])("%j is a machine's", (agent) => {
  expect(isAutomated("GET", { "user-agent": agent })).toBe(true);
});

it("takes HEAD, a missing name and what is fetched ahead for a machine's", () => {
  expect(isAutomated("HEAD", { "user-agent": chrome })).toBe(true);
  expect(isAutomated("GET", {})).toBe(true);
  for (const name of ["sec-purpose", "purpose", "x-purpose", "x-moz"])
    expect(isAutomated("GET", { "user-agent": chrome, [name]: "prefetch;prerender" })).toBe(true);
});
