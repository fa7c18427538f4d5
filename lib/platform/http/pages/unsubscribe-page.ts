import { acceptedLocaleOf } from "@/lib/domain/users/interface-locale";
import { escapeHtml } from "@/lib/platform/escape-html";
import english from "@/messages/en/public.json" with { type: "json" };
import turkish from "@/messages/tr/public.json" with { type: "json" };

export type UnsubscribeState = "asking" | "done" | "undone" | "unknown";

const catalogues = { en: english, tr: turkish };

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f6f7f9,#111317)}
main{box-sizing:border-box;width:min(26rem,100% - 2rem);padding:2rem;border-radius:.75rem;border:1px solid light-dark(#dfe3e8,#2a2e35);background:light-dark(#fff,#181b20)}
h1{margin:0 0 .5rem;font-size:1.25rem;line-height:1.3}p{margin:0;overflow-wrap:anywhere}.to{margin-bottom:.75rem;opacity:.75}form{margin-top:1.5rem}
button{font:inherit;font-weight:600;width:100%;min-height:2.75rem;border-radius:.5rem;border:0;background:light-dark(#1a1d23,#f1f3f5);color:light-dark(#fff,#15171b);cursor:pointer}`;

/** Who writes to which address; undefined where the link says nothing. */
export type UnsubscribeSubject = { workspace: string; address: string | undefined };

/** A page that works without scripts, cookies or sign-in; nothing from outside is in it. */
export function renderUnsubscribePage(
  state: UnsubscribeState,
  acceptLanguage: string | null,
  subject?: UnsubscribeSubject,
): Response {
  const language = acceptedLocaleOf(acceptLanguage);
  const words = catalogues[language].unsubscribe;
  const form =
    state === "asking"
      ? button("unsubscribe", words.confirm)
      : state === "done"
        ? button("undo", words.undo)
        : "";
  const title = subject ? fill(words.titleOf, "workspace", subject.workspace) : words.title;
  const address = subject?.address ? `<p class="to">${fill(words.to, "address", subject.address)}</p>` : "";
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${address}<p role="status">${words[state]}</p>${form}</main></body></html>`;
  return new Response(html, {
    status: state === "unknown" ? 404 : 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    },
  });
}

const fill = (template: string, name: string, value: string): string =>
  template.replace(`{${name}}`, () => escapeHtml(value));

const button = (action: string, label: string): string =>
  `<form method="post"><input type="hidden" name="action" value="${action}"><button type="submit">${label}</button></form>`;
