/** Schemes that run code or read the device; an app's own scheme (`myapp://cart`) is fine in a deep link. */
const schemesRefused = new Set([
  "javascript",
  "data",
  "vbscript",
  "blob",
  "file",
  "about",
  "filesystem",
  "view-source",
]);

const schemeOf = (url: string): string | undefined => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();

/** Spaces and quotes that a variable brought in would end the address early. */
const encodeStray = (url: string): string =>
  /[\s"<>\\]/.test(url) ? url.trim().replace(/[\s"<>\\]/g, encodeURIComponent) : url;

/** An https address (http on this machine), or empty: a picture that cannot be shown must not stop the message. */
export function toImageUrl(url: string): string {
  const clean = encodeStray(url);
  const isLocal = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\//.test(clean);
  return (clean.startsWith("https://") && URL.canParse(clean)) || isLocal ? clean : "";
}

/** The same, or a path: the site that shows it has it beside its pages. */
export const toIconUrl = (url: string): string =>
  url.startsWith("/") && !/^\/[/\\]/.test(url) ? encodeStray(url) : toImageUrl(url);

/** A web address, a path or an app's own scheme; empty when following it could do harm. */
export function toDeepLink(url: string): string {
  const clean = encodeStray(url);
  if (clean === "" || clean.startsWith("//")) return "";
  const scheme = schemeOf(clean);
  if (scheme === undefined) return clean.startsWith("/") ? clean : "";
  if (schemesRefused.has(scheme)) return "";
  const isWeb = scheme === "http" || scheme === "https";
  return isWeb && !URL.canParse(clean) ? "" : clean;
}
