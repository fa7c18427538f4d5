const policy =
  "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; font-src https: data:; base-uri 'none'; form-action 'none'";

/** No scripts, no forms, no requests but pictures: the page's own policy on top of the frame's sandbox. */
export function isolatedPage(html: string, nonce: string | undefined): string {
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><base target="_blank">`;
  // A srcdoc page also inherits the dashboard's policy, which takes style sheets by nonce only.
  const page = nonce ? html.replace(/<style\b/gi, `<style nonce="${nonce}"`) : html;
  return /<head\b[^>]*>/i.test(page) ? page.replace(/<head\b[^>]*>/i, (tag) => tag + head) : head + page;
}
