import type { Channel } from "@/lib/domain/channels/channel";
import type { RenderedContent } from "@/lib/domain/content/compile-content";
import { fillMarks, linksMax } from "@/lib/domain/content/email/link-marks";
import { publicUrl } from "@/lib/platform/env";
import { escapeHtml } from "@/lib/platform/escape-html";
import { destinationsWith } from "./destination";
import type { Tracking } from "./tracking";
import { signerOf, type TokenSigner, tokenCharsMax } from "./tracking-token";

/** Where our service worker tells what became of a push. */
export const beaconField = "pushpilot_beacon";

type Run = { workspaceId: string; runId: string; sendAt: Date; channel: Channel; tracking: Tracking };

/** Makes what was rendered for a person theirs: each link with UTM parameters and under our signature, and the pixel. */
export type ContentTracker = (content: RenderedContent, contactId: string) => RenderedContent;

export function trackerOf(run: Run): ContentTracker {
  const { channel, tracking } = run;
  const toDestination = destinationsWith(tracking.utm);
  const sign = signerOf(run);
  const base = publicUrl();
  const changesLinks = tracking.click || Object.keys(tracking.utm).length > 0;
  const linksOf = (contactId: string): Linker => {
    const signed = clickSigner(sign, base, contactId);
    return (linkNo, url) => {
      const destination = toDestination(url);
      if (destination === undefined) return url;
      return tracking.click ? signed(linkNo, destination) : destination;
    };
  };
  return (content, contactId) => {
    const link = changesLinks ? linksOf(contactId) : same;
    if (channel === "email") return trackEmail(content, link, pixelOf(tracking, sign, base, contactId));
    if (channel === "sms" || channel === "whatsapp") return { ...content, body: inText(content.body, link) };
    if (channel === "telegram") return { ...content, html: inTelegram(content.html, link) };
    const linked = changesLinks ? trackPush(content, link) : content;
    if (channel !== "web_push" || !(tracking.delivery || tracking.click)) return linked;
    const claim = { kind: "beacon", contactId, variant: 0, linkNo: 0, destination: "" } as const;
    return { ...linked, data: { ...linked.data, [beaconField]: `${base}/t/${sign(claim)}` } };
  };
}

type Linker = (linkNo: number, url: string) => string;

const same: Linker = (_, url) => url;

const clickSigner =
  (sign: TokenSigner, base: string, contactId: string): Linker =>
  (linkNo, destination) => {
    if (linkNo > linksMax) return destination;
    const token = sign({ kind: "click", contactId, variant: 0, linkNo, destination });
    return token.length > tokenCharsMax ? destination : `${base}/c/${token}`;
  };

const pixelOf =
  ({ open }: Tracking, sign: TokenSigner, base: string, contactId: string) =>
  (): string => {
    if (!open) return "";
    const token = sign({ kind: "open", contactId, variant: 0, linkNo: 0, destination: "" });
    return `<img src="${base}/o/${token}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`;
  };

const unescapeHtml = (text: string): string =>
  text
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

function trackEmail(content: RenderedContent, link: Linker, pixel: () => string): RenderedContent {
  const fill = (linkNo: number, href: string) => escapeHtml(link(linkNo, unescapeHtml(href)));
  return { ...content, html: fillMarks(content.html, { link: fill, pixel }) };
}

/** The body's tap is link 1, buttons follow. */
function trackPush(content: RenderedContent, link: Linker): RenderedContent {
  const actions = content.actions.map((action, position) =>
    action.url === undefined ? action : { ...action, url: link(position + 2, action.url) },
  );
  return { ...content, deepLink: content.deepLink === "" ? "" : link(1, content.deepLink), actions };
}

const addressInText = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

function inText(text: string, link: Linker): string {
  let linkNo = 0;
  return text.replace(addressInText, (url) => {
    linkNo += 1;
    return link(linkNo, url);
  });
}

function inTelegram(html: string, link: Linker): string {
  let linkNo = 0;
  return html.replace(addressInText, (escaped) => {
    linkNo += 1;
    const url = unescapeHtml(escaped);
    const tracked = link(linkNo, url);
    return tracked === url ? escaped : `<a href="${escapeHtml(tracked)}">${escaped}</a>`;
  });
}
