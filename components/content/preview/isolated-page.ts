const policy =
  "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; font-src https: data:; base-uri 'none'; form-action 'none'";

/** No scripts, no forms, no requests but pictures: the page's own policy on top of the frame's sandbox. */
export function isolatedPage(html: string, nonce: string | undefined, theme?: "light" | "dark"): string {
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><base target="_blank">`;
  // A srcdoc page also inherits the dashboard's policy, which takes style sheets by nonce only.
  const styled = nonce ? html.replace(/<style\b/gi, `<style nonce="${nonce}"`) : html;
  const page = theme ? onDevice(styled, theme) : styled;
  return /<head\b[^>]*>/i.test(page) ? page.replace(/<head\b[^>]*>/i, (tag) => tag + head) : head + page;
}

const bothSchemes =
  /(<meta\b[^>]*\bname=["']?color-scheme["']?[^>]*\bcontent=["'])\s*(?:light dark|dark light)\s*(["'])/gi;
const schemeAsked = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi;

/** The page as a device in this theme shows it, whichever theme this browser prefers. */
const onDevice = (html: string, theme: "light" | "dark"): string =>
  html
    .replace(bothSchemes, `$1${theme}$2`)
    .replace(schemeAsked, (_, asked: string) =>
      asked.toLowerCase() === theme ? "(min-width: 0)" : "(max-width: 0)",
    );
