import { randomBytes } from "node:crypto";
import {
  acceptedLocaleOf,
  type InterfaceLocale,
  toInterfaceLocale,
} from "@/lib/domain/users/interface-locale";
import { escapeHtml } from "@/lib/platform/escape-html";
import english from "@/messages/en/coupon-messages.json" with { type: "json" };
import turkish from "@/messages/tr/coupon-messages.json" with { type: "json" };

const catalogues = { en: english.page, tr: turkish.page };

const style = `:root{color-scheme:light dark}*{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:1rem;min-height:100vh;display:grid;place-items:center;background:light-dark(#f6f7f9,#111317);color:light-dark(#1a1d23,#f1f3f5)}
main{width:min(26rem,100%);padding:2rem;border-radius:.75rem;border:1px solid light-dark(#dfe3e8,#2a2e35);background:light-dark(#fff,#181b20);text-align:center;text-wrap:balance}
h1{margin:0;font-size:1.25rem;line-height:1.3;overflow-wrap:anywhere}p{margin:.5rem 0 0;overflow-wrap:anywhere}.quiet{color:light-dark(#5b6370,#a3abb8)}
.state{display:inline-block;margin-top:1rem;padding:.25rem .75rem;border-radius:1rem;font-size:.875rem;font-weight:600;background:light-dark(#eceff3,#262b33)}.usable{background:light-dark(#dff5e6,#12351f);color:light-dark(#10602d,#8fe0ac)}
.code{margin-top:1rem;padding:.875rem;border:2px dashed light-dark(#c3cad4,#3b424d);border-radius:.5rem;font:600 1.375rem/1.3 ui-monospace,monospace;letter-spacing:.04em;overflow-wrap:anywhere;user-select:all}
svg{display:block;width:11rem;height:auto;margin:1.25rem auto 0;border-radius:.5rem}
button{font:inherit;font-weight:600;width:100%;min-height:2.75rem;margin-top:.75rem;border-radius:.5rem;border:0;background:light-dark(#1a1d23,#f1f3f5);color:light-dark(#fff,#15171b);cursor:pointer}button[hidden]{display:none}`;

const script = `const b=document.querySelector("button");if(navigator.clipboard){b.hidden=false;b.addEventListener("click",async()=>{await navigator.clipboard.writeText(b.value);b.textContent=b.dataset.copied})}`;

type ShownCode = {
  state: keyof typeof english.page.states;
  code: string | null;
  /** Of the code. */
  qrCode: string | null;
  offer: string;
  description: string;
  workspace: string;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  locale: string | null;
};

/** A page for whoever holds a link: no sign-in, no cookie, nothing from outside and no way on. */
export function renderRedeemPage(acceptLanguage: string | null, shown?: ShownCode): Response {
  const language = shown?.locale ? toInterfaceLocale(shown.locale) : acceptedLocaleOf(acceptLanguage);
  const nonce = randomBytes(16).toString("base64");
  const words = catalogues[language];
  const title = !shown
    ? words.wrongTitle
    : shown.offer
      ? fill(words.title, "offer", shown.offer)
      : words.code;
  const body = shown ? bodyOf(shown, language, nonce) : `<p role="status">${words.wrong}</p>`;
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
  return new Response(html, {
    status: shown ? 200 : 404,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'`,
    },
  });
}

function bodyOf(shown: ShownCode, language: InterfaceLocale, nonce: string): string {
  const words = catalogues[language];
  const { state, code, qrCode, description, workspace, startsAt, endsAt, timeZone } = shown;
  const dayOf = (at: number) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone }).format(at);
  const until = endsAt ? endOf(endsAt, timeZone, language) : words.endless;
  const begins = startsAt ? dayOf(startsAt.getTime()) : "";
  const isOpen = state === "usable" || state === "test" || state === "not_started" || state === "paused";
  return [
    workspace && `<p class="quiet">${fill(words.holder, "workspace", workspace)}</p>`,
    description && `<p>${escapeHtml(description)}</p>`,
    `<p class="state ${state}" role="status">${fill(words.states[state], "day", begins)}</p>`,
    code &&
      `<div class="code" aria-label="${words.code}: ${escapeHtml(code)}" role="img">${escapeHtml(code)}</div>`,
    code && isOpen
      ? `<button type="button" hidden value="${escapeHtml(code)}" data-copied="${words.copied}">${words.copy}</button>
<script nonce="${nonce}">${script}</script>`
      : "",
    qrCode && isOpen ? qrCode.replace("<svg", `<svg role="img" aria-label="${words.qr}"`) : "",
    workspace && `<p class="quiet">${until}</p>`,
  ].join("");
}

const momentParts: Intl.DateTimeFormatOptions = {
  ...{ day: "numeric", month: "long", year: "numeric" },
  ...{ hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
};

/** A day that counts to its end, or the moment, on the offer's clock. */
function endOf(endsAt: Date, timeZone: string, language: InterfaceLocale): string {
  const words = catalogues[language];
  const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone }).format(endsAt);
  if (clock !== "00:00:00") {
    const moment = new Intl.DateTimeFormat(language, { ...momentParts, timeZone }).format(endsAt);
    return fill(words.untilMoment, "moment", moment);
  }
  const lastDay = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone });
  return fill(words.until, "day", lastDay.format(endsAt.getTime() - 1));
}

const fill = (template: string, name: string, value: string): string =>
  template.replace(`{${name}}`, () => escapeHtml(value));
